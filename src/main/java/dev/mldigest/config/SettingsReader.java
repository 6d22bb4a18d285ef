package dev.mldigest.config;

import dev.mldigest.config.yaml.Mistakes;
import dev.mldigest.config.yaml.ValueForm;
import dev.mldigest.config.yaml.ValueForms;
import dev.mldigest.config.yaml.YamlDocument;
import dev.mldigest.config.yaml.YamlMap;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.Settings.Audience;
import dev.mldigest.domain.settings.Slots;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Reads feeds.yaml and the environment into settings, or says everything that is wrong. Whatever
 * the file holds, it ends quickly and throws nothing. Whether the addresses answer is left to
 * others.
 */
public final class SettingsReader {
  /** UTF-8 takes at most four bytes a character. */
  private static final int MOST_BYTES = 4 * YamlDocument.MOST_CHARACTERS;

  /**
   * @param file named in mistakes as given
   * @param environment {@code System.getenv()}: {@code DIGEST_MODEL_*}, and the variables that
   *     {@code api-key} refers to
   */
  public SettingsReading read(Path file, Map<String, String> environment) {
    Mistakes mistakes = new Mistakes(file.toString());
    Optional<String> text = text(file, mistakes);
    if (text.isEmpty()) {
      return new SettingsReading.Invalid(mistakes.lines());
    }
    Path folder = file.toAbsolutePath().getParent();
    return read(text.get(), folder == null ? file : folder, environment, mistakes);
  }

  /**
   * The same for text that is not on disk yet.
   *
   * @param name of the file in mistakes
   */
  public SettingsReading read(String name, String text, Map<String, String> environment) {
    return read(text, Path.of(""), environment, new Mistakes(name));
  }

  private static SettingsReading read(
      String text, Path folder, Map<String, String> environment, Mistakes mistakes) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Optional<MappingNode> root = YamlDocument.read(content, mistakes);
    if (root.isEmpty()) {
      return new SettingsReading.Invalid(mistakes.lines());
    }
    YamlMap top = new YamlMap(root.get(), Keys.TOP, mistakes);
    Settings settings =
        settings(
            top,
            folder,
            new ModelPart(top, environment, folder, mistakes),
            new PublishPart(environment, folder),
            new KindPart(environment, folder));
    return mistakes.none()
        ? new SettingsReading.Valid(settings)
        : new SettingsReading.Invalid(mistakes.lines());
  }

  private static Settings settings(
      YamlMap top, Path folder, ModelPart model, PublishPart publish, KindPart kinds) {
    String title = top.require("title", ValueForm.text(200), "");
    ZoneId zone = top.require("time-zone", ValueForms.zone(), ZoneOffset.UTC);
    Audience audience = ShapePart.audience(top);
    YamlMap issue = top.requireMap("issue", Keys.ISSUE).orElse(null);
    Slots slots = ShapePart.slots(issue);
    return new Settings(
        new Settings.Masthead(
            title, zone, LabelsPart.labels(top, issue), MailPart.look(top, folder)),
        audience,
        slots,
        ShapePart.schedule(top),
        NetworkPart.network(top, folder),
        model.model(),
        model.style(),
        publish.targets(top),
        ReviewPart.keys(top),
        new SourcesPart(slots.sections(), kinds).sources(top));
  }

  private static Optional<String> text(Path file, Mistakes mistakes) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        mistakes.of(file.toString(), "the file is larger than " + MOST_BYTES + " bytes");
        return Optional.empty();
      }
      return decode(bytes, mistakes);
    } catch (NoSuchFileException e) {
      mistakes.of(file.toString(), "the file does not exist; name another with --config FILE");
    } catch (IOException e) {
      mistakes.of(file.toString(), "the file cannot be read");
    }
    return Optional.empty();
  }

  private static Optional<String> decode(byte[] bytes, Mistakes mistakes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String read = out.flip().toString();
    if (!result.isError()) {
      return Optional.of(read);
    }
    List<String> lines = List.of(read.split("\n", -1));
    mistakes.at(
        lines.size(),
        lines.getLast().length() + 1,
        "not UTF-8 from here on: save the file with the encoding UTF-8");
    return Optional.empty();
  }
}
