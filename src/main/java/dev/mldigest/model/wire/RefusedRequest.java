package dev.mldigest.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a refusal says of how the service is to be asked: without a parameter, with another one, in
 * another format. The rule is one for all services: what a refusal names and the request holds is
 * what is wrong with it.
 */
public final class RefusedRequest {
  /** Bad request, unprocessable, too large; and what servers say that check late or not at all. */
  private static final Set<Integer> STATUSES = Set.of(400, 404, 413, 415, 422, 500, 501);

  private static final List<String> LIMITS = List.of("max_tokens", "max_completion_tokens");

  /** The name that a refusal proposes, whatever it is. */
  private static final Pattern LIMIT =
      Pattern.compile("(?<![a-z_])max_(new_|output_|completion_)?tokens(?![a-z_])");

  private static final Pattern TOO_LARGE =
      Pattern.compile(
          "too (large|high|big|many)|at most|less than or equal|maximum"
              + " (value|allowed|number)|<=|≤|must be (below|less|smaller)|cannot exceed|must not"
              + " exceed|exceeds|range of|between| > ");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private static final Pattern CONTEXT =
      Pattern.compile("context length (?:is|of) +(\\d+)[\\s\\S]*?(\\d+) (?:input|prompt)");

  /** Less would not hold an answer: then it is the text that is too long. */
  private static final int LEAST = 200;

  private static final Pattern ABOUT_FORMAT =
      Pattern.compile(
          "response_?format|json[_ ]?schema|output_(config|format)|structured[_ ]outputs?"
              + "|json[_ ]?(mode|object)|responseschema");

  /** The same where the status says that the request is at fault. */
  private static final Pattern ABOUT_SCHEMA =
      Pattern.compile("guided|grammar|(?<![a-z])schema(?![a-z])");

  /** Of the schema's own words, not of the format as such. */
  private static final Pattern ABOUT_KEYWORDS =
      Pattern.compile(
          "grammar|guided|keyword|feature|constraint|complex|invalid schema|unsupported schema");

  private static final List<String> BOUNDS =
      List.of("minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum");

  /** A refusal that speaks of the roles of messages: ours are the system's and the user's. */
  private static final Pattern NO_SYSTEM =
      Pattern.compile(
          "(system|developer)['\"` ]{1,2}(role|message|instruction|prompt)"
              + "|(?<![a-z])roles?(?![a-z])[^.]{0,40}(system|developer)"
              + "|roles? (must alternate|(is|are) (not )?supported|not supported)"
              + "|(unexpected|invalid|unknown|unsupported) role|messages\\[\\d+]\\.role");

  private static final Pattern STREAMS_ONLY =
      Pattern.compile(
          "(only|must|enable|required?|set)[^.]{0,60}stream|stream[^.]{0,40}(only|must|required|true)"
              + "|non-streaming");

  /** A failure of the model, by Groq's codes: the request was right. */
  private static final Pattern OF_THE_MODEL =
      Pattern.compile("json_validate_failed|tool_use_failed|failed_generation");

  private final int status;
  private final JsonNode sent;
  private final Profile profile;
  private final Complaint complaint;

  private RefusedRequest(int status, JsonNode sent, Profile profile, Complaint complaint) {
    this.status = status;
    this.sent = sent;
    this.profile = profile;
    this.complaint = complaint;
  }

  /**
   * How it is to be asked instead; empty if the refusal does not tell.
   *
   * @param sent the request's body
   * @param profile by which it was made
   */
  public static Optional<Profile> read(int status, String body, JsonNode sent, Profile profile) {
    Complaint complaint = Complaint.of(body);
    if (!STATUSES.contains(status) || complaint.matches(OF_THE_MODEL)) {
      return Optional.empty();
    }
    RefusedRequest refused = new RefusedRequest(status, sent, profile, complaint);
    return Stream.of(refused.limit(), refused.keywords(), refused.parameters(), refused.shape())
        .flatMap(Optional::stream)
        .filter(better -> !better.equals(profile))
        .findFirst();
  }

  /**
   * True if it says that the limit of the output is too large, which is told from a text that is
   * too long by its naming the limit.
   */
  public static boolean isOfLimit(String body, JsonNode sent) {
    Complaint complaint = Complaint.of(body);
    return limitNames(sent).anyMatch(complaint::says) && complaint.matches(TOO_LARGE);
  }

  private static Stream<String> limitNames(JsonNode sent) {
    return LIMITS.stream().filter(sent::has);
  }

  private Optional<Profile> limit() {
    String name = profile.limit();
    if (name.isEmpty() || !sent.has(name) || !complaint.names(name)) {
      return Optional.empty();
    }
    int asked = sent.path(name).asInt();
    Optional<Integer> most = complaint.matches(TOO_LARGE) ? most(asked) : Optional.empty();
    if (most.isPresent()) {
      return most.filter(m -> m >= LEAST).map(m -> profile.with(Trait.MOST, String.valueOf(m)));
    }
    Profile without = profile.leaving(name);
    return Optional.of(
        without.limitedBy(
            Stream.concat(complaint.all(LIMIT), LIMITS.stream())
                .filter(other -> !without.without().contains(other))
                .findFirst()
                .orElse("")));
  }

  /** What is left of the context, or the largest number below what was asked for. */
  private Optional<Integer> most(int asked) {
    var context = CONTEXT.matcher(complaint.words());
    if (context.find()) {
      return Optional.of(Integer.parseInt(context.group(1)) - Integer.parseInt(context.group(2)));
    }
    return complaint
        .all(NUMBER)
        .map(Integer::parseInt)
        .filter(number -> number >= LEAST && number < asked)
        .max(Integer::compare);
  }

  /** Keywords of the schema; ordinary words among them count only where they are quoted. */
  private Optional<Profile> keywords() {
    Profile better = BOUNDS.stream().anyMatch(this::isRefused) ? unbounded(profile) : profile;
    for (String keyword : List.of("additionalProperties", "strict", "enum", "description")) {
      better = isRefused(keyword) ? better.leaving(keyword) : better;
    }
    return Optional.of(isRefused("enum") ? better.notEnforcing(Profile.ALL) : better);
  }

  private boolean isRefused(String keyword) {
    boolean isSent = schema().findValue(keyword) != null;
    return isSent && (isPlain(keyword) ? quoted(keyword) : complaint.says(keyword));
  }

  private static boolean isPlain(String keyword) {
    return keyword.chars().allMatch(Character::isLowerCase);
  }

  private boolean quoted(String keyword) {
    return complaint.matches(Pattern.compile("['\"`.]" + keyword + "['\"`]"))
        || complaint.place().endsWith("." + keyword);
  }

  /** Everything else that the request holds and the refusal names. */
  private Optional<Profile> parameters() {
    Profile better = profile;
    for (var field : sent.properties()) {
      String name = field.getKey();
      boolean free = !RequestForm.NEEDED.contains(name) && !LIMITS.contains(name);
      boolean shaped =
          name.equals("response_format") || name.equals("output_config") || name.equals("stream");
      if (free && !shaped && complaint.names(name)) {
        better = better.leaving(name);
      }
    }
    return Optional.of(better);
  }

  private Optional<Profile> shape() {
    if ((complaint.place().startsWith("messages") && complaint.place().contains("role"))
        || complaint.matches(NO_SYSTEM)) {
      return Optional.of(profile.with(Trait.INSTRUCTIONS, "user"));
    }
    boolean formatted = sent.has("response_format") || sent.has("output_config");
    boolean ours = status != 404 && status < 500;
    if (formatted && ours && complaint.matches(ABOUT_KEYWORDS) && hasBounds()) {
      return Optional.of(unbounded(profile));
    }
    if (formatted
        && (complaint.matches(ABOUT_FORMAT) || (ours && complaint.matches(ABOUT_SCHEMA)))) {
      return lesser();
    }
    return complaint.matches(STREAMS_ONLY) && !sent.path("stream").asBoolean()
        ? Optional.of(profile.with(Trait.STREAM, "always"))
        : Optional.empty();
  }

  private boolean hasBounds() {
    return BOUNDS.stream().anyMatch(bound -> schema().findValue(bound) != null);
  }

  private JsonNode schema() {
    return sent.has("response_format") ? sent.get("response_format") : sent.path("output_config");
  }

  /** They are checked by us: the schema is worth more to keep than they are. */
  private static Profile unbounded(Profile profile) {
    Profile without = profile;
    for (String bound : BOUNDS) {
      without = without.leaving(bound);
    }
    return without;
  }

  /** The next format that asks less, and that the other protocol knows as well. */
  private Optional<Profile> lesser() {
    Format next =
        profile.format() == Format.JSON_SCHEMA && sent.has("response_format")
            ? Format.JSON_OBJECT
            : Format.TEXT;
    return profile.format() == Format.TEXT
        ? Optional.empty()
        : Optional.of(profile.with(Trait.FORMAT, next.word()));
  }
}
