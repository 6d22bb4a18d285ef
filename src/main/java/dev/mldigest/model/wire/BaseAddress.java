package dev.mldigest.model.wire;

import dev.mldigest.domain.settings.LanguageModel;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a service's protocol begins, as editors write it and as it turns out to be. */
final class BaseAddress {
  /** What is copied from examples, beside the base. */
  private static final Pattern ENDS =
      Pattern.compile("(/chat/completions|/completions|/messages|/responses)?/*$");

  private static final Pattern VERSION = Pattern.compile("/v\\d+[a-z0-9]*(/|$)");

  /** What most services' protocol begins with. */
  private static final String USUAL = "/v1";

  private BaseAddress() {}

  static URI of(URI written, LanguageModel model) {
    String path = path(written);
    boolean bare = path.isEmpty() || path.equals("/openai");
    if (model.provider() == LanguageModel.Provider.AZURE && bare) {
      // An api-version belongs to the addresses of deployments; the newer ones have none.
      path =
          written.getRawQuery() == null
              ? "/openai/v1"
              : "/openai/deployments/" + model.name().replace(" ", "%20");
    }
    return with(written, path);
  }

  private static String path(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return ENDS.matcher(path).replaceFirst("");
  }

  private static URI with(URI address, String path) {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return URI.create(address.getScheme() + "://" + address.getRawAuthority() + path + query);
  }

  /**
   * The address of a call: its path after the base's, before the base's query.
   *
   * @param call for instance {@code /chat/completions}
   */
  static String of(URI base, Profile profile, String call) {
    String path = path(base);
    String learned = profile.address();
    if (learned.startsWith("-") && path.endsWith(learned.substring(1))) {
      path = path.substring(0, path.length() - learned.length() + 1);
    } else if (!learned.startsWith("-")) {
      path += learned;
    }
    return with(base, path + call).toString();
  }

  /**
   * Where nothing is found at an address, it may be found with or without the usual beginning;
   * empty where that was tried or makes no sense.
   */
  static Optional<Profile> other(URI base, Profile profile) {
    String path = path(base);
    if (!profile.address().isEmpty()) {
      return Optional.empty();
    }
    if (path.endsWith(USUAL)) {
      return Optional.of(profile.with(Trait.ADDRESS, "-" + USUAL));
    }
    return VERSION.matcher(path).find()
        ? Optional.empty()
        : Optional.of(profile.with(Trait.ADDRESS, USUAL));
  }
}
