package dev.mldigest.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.pipeline.issue.Redo;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of a test's issue, served, and a browser's tab that shows it. */
final class OpenPage implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN =
      Pattern.compile("<meta name=\"digest-token\" content=\"([^\"]+)\"");

  final String week;
  final Store store;
  final Pages pages;
  final ReviewServer server;
  final Wire wire;
  String cookie = "";

  OpenPage(Path output, Path config, String week, Workshop workshop) throws IOException {
    this.week = week;
    IssueFiles files = new IssueFiles(output);
    store = Store.open(files.state());
    pages =
        new Pages(
            store, files, InstantSource.system(), Week.parse(week), settings(config), workshop);
    server = ReviewServer.start(0, pages);
    wire = new Wire(server.port());
  }

  OpenPage(Program program, String week) throws IOException {
    this(program.output(), program.config(), week, new NoWorkshop());
  }

  private static Settings settings(Path config) {
    return switch (new SettingsReader().read(config, Map.of())) {
      case SettingsReading.Valid(Settings settings) -> settings;
      case SettingsReading.Invalid invalid -> throw new AssertionError(invalid.toString());
    };
  }

  /** Goes in by the key, once. */
  OpenPage enter() throws IOException {
    String address = server.address();
    String target = address.substring(address.indexOf("/?"));
    Wire.Answer answer = wire.send(wire.get(target, ""));
    cookie = answer.header("set-cookie").replaceFirst(";.*", "");
    return this;
  }

  String key() {
    return server.address().replaceFirst(".*key=", "");
  }

  Wire.Answer get(String path) throws IOException {
    return wire.send(wire.get(path, "Cookie: " + cookie + "\r\n"));
  }

  Tab tab() throws IOException {
    Wire.Answer page = get("/week/" + week);
    Matcher token = TOKEN.matcher(page.body());
    if (!token.find()) {
      throw new AssertionError(page.toString());
    }
    Tab tab = new Tab(token.group(1));
    tab.number = tab.state().get("number").intValue();
    return tab;
  }

  /** A page as a browser shows it. */
  final class Tab {
    final String token;
    int number;

    Tab(String token) {
      this.token = token;
    }

    JsonNode state() throws IOException {
      return JSON.readTree(get("/week/" + week + "/state").body());
    }

    ObjectNode act(String act, String item) {
      return JSON.createObjectNode().put("act", act).put("item", item).put("expected", number);
    }

    /** Sends a write and takes the number of the state that is told. */
    JsonNode send(ObjectNode said) throws IOException {
      JsonNode told = post("acts", said);
      number = told.path("state").path("number").intValue();
      return told;
    }

    JsonNode post(String place, ObjectNode said) throws IOException {
      return JSON.readTree(raw(place, said).body());
    }

    Wire.Answer raw(String place, ObjectNode said) throws IOException {
      return wire.send(
          wire.post(
              "/week/" + week + "/" + place,
              "Cookie: " + cookie + "\r\nX-Digest-Token: " + token + "\r\n",
              "application/json",
              said.toString()));
    }
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }

  /** Nothing that needs settings is asked of it. */
  static final class NoWorkshop implements Workshop {
    @Override
    public Bench bench() {
      throw new ClosedException("There is no feeds.yaml.");
    }

    @Override
    public Redo redo() {
      throw new ClosedException("There is no feeds.yaml.");
    }
  }
}
