package dev.mldigest.config;

import dev.mldigest.config.yaml.ValueForm;
import dev.mldigest.config.yaml.YamlMap;
import dev.mldigest.domain.settings.MailLook;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how the HTML mail looks: a template of the editor's, a logo, a footer, colours. */
final class MailPart {
  /** Four times what a whole mail should be: no template is longer. */
  private static final long MOST_BYTES = 400_000;

  /** Pixels: the mail is 640 wide and its card has 40 on each side. */
  private static final int WIDEST = 560;

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  private MailPart() {}

  static MailLook look(YamlMap top, Path folder) {
    return top.map("mail", Keys.MAIL).map(map -> read(map, folder)).orElse(MailLook.OURS);
  }

  private static MailLook read(YamlMap map, Path folder) {
    Map<String, String> colours = new LinkedHashMap<>();
    map.map("colours", Keys.COLOURS)
        .ifPresent(own -> {
          for (String place : Keys.COLOURS) {
            own.find(place, colour()).ifPresent(colour -> colours.put(place, colour));
          }
        });
    return new MailLook(
        map.find("template", template(folder)).orElse(null),
        map.map("logo", Keys.LOGO).map(MailPart::logo).orElse(null),
        map.get("footer", ValueForm.text(2_000), ""),
        colours);
  }

  private static MailLook.@Nullable Logo logo(YamlMap map) {
    return new MailLook.Logo(
        map.require("url", address(), ""),
        map.require("alt", ValueForm.text(200), ""),
        map.get("width", ValueForm.whole(16, WIDEST), 160L).intValue());
  }

  /** Mail programs show no SVG, and pictures without TLS with a warning or not at all. */
  private static ValueForm<String> address() {
    return ValueForm.ofText(
        "must be the https address of a PNG, JPEG or GIF that is hosted somewhere",
        text ->
            text.matches("https://[^\\s\"'<>]{3,1000}")
                    && !text.matches("(?i).*\\.(?:svgz?|webp|avif)(?:[?#].*)?")
                ? ValueForm.good(text)
                : ValueForm.bad(
                    "must be the https address of a PNG, JPEG or GIF that is hosted somewhere"));
  }

  private static ValueForm<String> colour() {
    return ValueForm.ofText(
        "must be a colour such as \"#0b5a9e\"",
        text ->
            COLOUR.matcher(text).matches()
                ? ValueForm.good(text)
                : ValueForm.bad("must be a colour such as \"#0b5a9e\", in quotes"));
  }

  private static ValueForm<Path> template(Path folder) {
    return ValueForm.ofText(
        "must be the name of an HTML file",
        name -> {
          try {
            Path file = folder.resolve(name);
            return Files.isReadable(file)
                    && Files.isRegularFile(file)
                    && file.toFile().length() <= MOST_BYTES
                ? ValueForm.good(file)
                : ValueForm.bad("names no file that can be read, of at most 400 kB");
          } catch (InvalidPathException e) {
            return ValueForm.bad("is no name of a file");
          }
        });
  }
}
