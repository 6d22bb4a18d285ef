package dev.mldigest.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The browser of the desktop that this program was called from, if there is one. */
final class Browser {
  private Browser() {}

  /** True if something was started that shows the address. */
  static boolean open(String address, Map<String, String> environment) {
    List<String> opener = opener(environment, System.getProperty("os.name", ""));
    if (opener.isEmpty()) {
      return false;
    }
    try {
      new ProcessBuilder(Stream.concat(opener.stream(), Stream.of(address)).toList())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false; // the address is printed
    }
  }

  /** What opens an address here; nothing where nobody would see it. */
  static List<String> opener(Map<String, String> environment, String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return List.of("open");
    }
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    boolean desktop =
        !environment.getOrDefault("DISPLAY", "").isBlank()
            || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    return desktop ? List.of("xdg-open") : List.of();
  }
}
