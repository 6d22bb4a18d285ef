package dev.mldigest.fetch.arxiv;

import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.fetch.document.Markup;
import dev.mldigest.fetch.document.OutOfBounds;
import dev.mldigest.fetch.document.ParseNotes;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.fetch.document.XmlDocument;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpReply;
import dev.mldigest.fetch.http.HttpRequest;
import dev.mldigest.fetch.http.Objection;
import dev.mldigest.fetch.http.ReplyOutcomes;
import dev.mldigest.net.HttpDate;
import java.time.Instant;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * One of arXiv's XML documents, bounded and without DTDs, or what came instead of it. Server errors
 * pass when asked again; the lane keeps the tries apart.
 */
sealed interface ArxivDocument {
  /**
   * Characters of a list of authors, more than a thousand names: the patterns are tried at each of
   * them.
   */
  int LONGEST_CREDITS = 20_000;

  /** How often a page is asked for that should not be as it is. */
  int TRIES = 4;

  /** A whole document with the status of a success or 400. */
  record Whole(Element root, List<String> warnings, HttpReply.Answered answered)
      implements ArxivDocument {
    /** When the server says it answered, or null. */
    @Nullable Instant at() {
      return HttpDate.read(answered.header("Date"));
    }
  }

  record NotModified(HttpReply.Answered answered) implements ArxivDocument {}

  record Missing(FetchOutcome why) implements ArxivDocument {}

  static ArxivDocument get(Http http, HttpRequest request) {
    ArxivDocument got = once(http, request);
    for (int tries = 1; tries < TRIES && serverError(got); tries++) {
      got = once(http, request);
    }
    return got;
  }

  private static boolean serverError(ArxivDocument got) {
    return got instanceof Missing(FetchOutcome.Failed failed) && failed.status() / 100 == 5;
  }

  private static ArxivDocument once(Http http, HttpRequest request) {
    return http.get(
        request,
        Objection.NONE,
        reply ->
            reply instanceof HttpReply.Answered answered
                ? of(answered)
                : new Missing(ReplyOutcomes.of(reply)));
  }

  private static ArxivDocument of(HttpReply.Answered answered) {
    int status = answered.status();
    if (status == 304) {
      return new NotModified(answered);
    }
    ArxivDocument read = answered.delivers() || status == 400 ? parsed(answered) : failed(status);
    return status == 400 && read instanceof Missing ? failed(status) : read;
  }

  private static ArxivDocument parsed(HttpReply.Answered answered) {
    if (answered.body().length == 0) {
      return failed(FetchFailure.EMPTY, "arXiv answered with nothing.");
    }
    ParseNotes notes = new ParseNotes();
    String text = XmlDocument.text(answered.body(), answered.header("Content-Type"), notes);
    try {
      Document tree = XmlDocument.tree(text, notes);
      if (tree == null) {
        return failed(FetchFailure.MALFORMED, "arXiv's answer has no element.");
      }
      return notes.complete()
          ? new Whole(tree.getRootElement(), notes.warnings(), answered)
          : failed(FetchFailure.MALFORMED, notes.warnings().getLast());
    } catch (OutOfBounds e) {
      return failed(FetchFailure.MALFORMED, "arXiv's answer is refused: " + e.getMessage() + ".");
    }
  }

  private static Missing failed(FetchFailure why, String detail) {
    return new Missing(new FetchOutcome.Failed(why, detail));
  }

  private static Missing failed(int status) {
    return new Missing(FetchOutcome.Failed.http(status, "arXiv answered " + status + "."));
  }

  /** The text of the first child of that local name, in whichever namespace; null if blank. */
  static @Nullable String text(Element parent, String name) {
    Element child = child(parent, name);
    String text = child == null ? "" : Markup.text(child).strip();
    return text.isEmpty() ? null : text;
  }

  /**
   * A title, an abstract or a comment: plain text with TeX at all of arXiv's doors, in which
   * nothing is a tag ({@code $i<j$}), though some authors' references were escaped once too often.
   * Null if there is none.
   */
  static @Nullable String plain(Element parent, String name) {
    String text = text(parent, name);
    return text == null ? null : TitleText.decoded(text);
  }

  static @Nullable Element child(Element parent, String name) {
    for (Element child : parent.getChildren()) {
      if (child.getName().equals(name)) {
        return child;
      }
    }
    return null;
  }
}
