package dev.mldigest.model.wire;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.io.Resource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A service that models are asked at.
 *
 * @param base where its protocol begins; null for a service that is everywhere else
 * @param keyHeader where the key goes; null: where the protocol has it
 * @param start how its models are asked until an answer teaches otherwise
 */
public record Service(
    Protocol protocol, @Nullable URI base, @Nullable String keyHeader, Profile start) {
  /**
   * The address of a call.
   *
   * @param call for instance {@code /chat/completions}
   */
  public String address(Profile profile, String call) {
    return BaseAddress.of(Objects.requireNonNull(base), profile, call);
  }

  /** Likewise where nothing was found at that address; empty if there is no other. */
  public Optional<Profile> elsewhere(Profile profile) {
    return BaseAddress.other(Objects.requireNonNull(base), profile);
  }

  /** The headers of a request, its key in the one that the service looks into. */
  public Map<String, List<String>> headers(Map<String, List<String>> usual) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(usual);
    List<String> bearer = headers.get("Authorization");
    if (keyHeader != null && bearer != null) {
      headers.remove("Authorization");
      headers.put(keyHeader, bearer.stream().map(v -> v.replaceFirst("^Bearer ", "")).toList());
    }
    return headers;
  }

  /** How a question is put into a request. */
  public enum Protocol {
    OPENAI,
    ANTHROPIC
  }

  private record Line(String word, Service service) {}

  private static final List<Line> KNOWN =
      Resource.text("/model/services.txt")
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Service::line)
          .toList();

  private static Line line(String text) {
    String[] parts = text.strip().split("\\s+", 7);
    Profile start = Profile.PLAIN.with(Trait.LIMIT, parts[3]).with(Trait.FORMAT, parts[5]);
    start = parts[4].equals("-") ? start : start.with(Trait.WITHOUT, parts[4]);
    start = parts[6].equals("0") ? start : start.with(Trait.THINKING, parts[6]);
    return new Line(
        parts[0],
        new Service(
            parts[1].equals("anthropic") ? Protocol.ANTHROPIC : Protocol.OPENAI,
            parts[2].equals("-") ? null : URI.create(parts[2]),
            parts[0].equals("azure") ? "api-key" : null,
            start));
  }

  /**
   * The one that is named, or whose address it is: whoever writes {@code openai} and the address of
   * another service means that one.
   */
  public static Service of(LanguageModel model) {
    Service named = named(model.provider());
    URI own = model.baseUrl();
    if (own == null) {
      return named;
    }
    URI base = BaseAddress.of(own, model);
    boolean elsewhere = model.provider() == LanguageModel.Provider.OPENAI;
    Profile start = elsewhere ? at(own).map(Service::start).orElse(Profile.PLAIN) : named.start;
    return new Service(named.protocol, base, named.keyHeader, start);
  }

  private static Service named(LanguageModel.Provider provider) {
    return KNOWN.stream()
        .filter(line -> line.word.equals(provider.word()))
        .map(Line::service)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No model provider is configured."));
  }

  private static Optional<Service> at(URI address) {
    return KNOWN.stream()
        .map(Line::service)
        .filter(service ->
            service.base != null
                && service.base.getRawAuthority().equalsIgnoreCase(address.getRawAuthority()))
        .findFirst();
  }
}
