package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser that came with the key of a review page, and its tabs. */
public final class PageClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN =
      Pattern.compile("<meta name=\"digest-token\" content=\"([^\"]+)\"");

  private final Wire wire;
  private final String place;
  private final String cookie;

  /** Goes in by an address with a key. */
  public PageClient(String address) throws IOException {
    URI url = URI.create(address);
    wire = new Wire(url.getPort());
    Wire.Answer answer = wire.send(wire.get("/?" + url.getRawQuery(), ""));
    cookie = answer.header("set-cookie").replaceFirst(";.*", "");
    place = answer.header("location");
  }

  public Wire wire() {
    return wire;
  }

  /** The header line that says who it is. */
  public String cookie() {
    return "Cookie: " + cookie + "\r\n";
  }

  /** The beginning of every path of this browser's. */
  public String session() {
    return place.substring(0, place.indexOf('/', 1));
  }

  /** Path of the week's page. */
  public String place() {
    return place;
  }

  /**
   * @param path below the week's page
   */
  public Wire.Answer get(String path) throws IOException {
    return wire.send(wire.get(place + path, cookie()));
  }

  public Tab tab() throws IOException {
    Wire.Answer page = get("");
    Matcher token = TOKEN.matcher(page.body());
    if (!token.find()) {
      throw new AssertionError(page.toString());
    }
    return new Tab(token.group(1));
  }

  /** A page as a browser shows it. */
  public final class Tab {
    private final String token;
    private int number;

    private Tab(String token) throws IOException {
      this.token = token;
      this.number = state().get("number").intValue();
    }

    public String token() {
      return token;
    }

    public JsonNode state() throws IOException {
      return JSON.readTree(get("/state").body());
    }

    public ObjectNode act(String act, String item) {
      return JSON.createObjectNode().put("act", act).put("item", item).put("expected", number);
    }

    public ObjectNode body() {
      return JSON.createObjectNode().put("expected", number);
    }

    /** Sends an act and takes the number of the state that is told. */
    public JsonNode send(ObjectNode said) throws IOException {
      JsonNode told = post("/acts", said);
      number = told.path("state").path("number").intValue();
      return told;
    }

    public JsonNode post(String path, ObjectNode said) throws IOException {
      return JSON.readTree(raw(path, said).body());
    }

    public Wire.Answer raw(String path, ObjectNode said) throws IOException {
      return wire.send(request(path, said));
    }

    /** A write as it goes over the wire. */
    public String request(String path, ObjectNode said) {
      String headers = cookie() + "X-Digest-Token: " + token + "\r\n";
      return wire.post(place + path, headers, "application/json", said.toString());
    }
  }
}
