package dev.mldigest.assemble.mail;

import dev.mldigest.io.Resource;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The colours of a mail: the program's own, and the editor's in their place. */
final class MailColours {
  private static final Map<String, String> OURS = properties("/templates/mail-colours.properties");

  private MailColours() {}

  static Set<String> names() {
    return OURS.keySet();
  }

  static Map<String, String> with(Map<String, String> own) {
    Map<String, String> all = new HashMap<>(OURS);
    all.putAll(own);
    return all;
  }

  static Map<String, String> properties(String path) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(Resource.text(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> all = new HashMap<>();
    read.stringPropertyNames().forEach(name -> all.put(name, read.getProperty(name)));
    return Map.copyOf(all);
  }
}
