package dev.mldigest.select.piece;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Candidate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Anything written that has a title: the one view of an entry, a paper or a newsletter item that
 * grouping and ranking read.
 *
 * @param url where it stands, or null
 * @param canonical the address the page itself calls its own, or null
 * @param categories the subjects its source files it under
 */
public record Piece(
    String id,
    String title,
    String text,
    @Nullable String url,
    @Nullable String canonical,
    @Nullable String publisher,
    @Nullable Instant date,
    List<String> authors,
    List<String> categories) {
  public Piece {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /** A piece of which only the words are known. */
  public static Piece of(String id, String title, String text) {
    return new Piece(id, title, text, null, null, null, null, List.of(), List.of());
  }

  public static Piece of(Candidate candidate) {
    Article article = candidate.article();
    boolean placeless = candidate.entry().isPlaceless();
    String text = candidate.text();
    if (text.isBlank()) {
      text = HtmlWords.of(longer(candidate));
    }
    return new Piece(
        candidate.id(),
        candidate.title(),
        text,
        placeless ? null : candidate.entry().link(),
        article == null || placeless ? null : article.about().canonical(),
        candidate.source().title(),
        candidate.entry().date(),
        candidate.entry().feedEntry().authors(),
        candidate.entry().feedEntry().categories());
  }

  /** A paper by its abstract, even where its whole text was read. */
  public static Piece ofAbstract(Candidate candidate) {
    Piece piece = of(candidate);
    String summary = candidate.entry().feedEntry().summary();
    String told = summary == null ? "" : HtmlWords.of(summary);
    return new Piece(
        piece.id,
        piece.title,
        told.isBlank() ? piece.text : told,
        piece.url,
        piece.canonical,
        piece.publisher,
        piece.date,
        piece.authors,
        piece.categories);
  }

  private static String longer(Candidate candidate) {
    String content = candidate.entry().feedEntry().content();
    String summary = candidate.entry().feedEntry().summary();
    String a = content == null ? "" : content;
    String b = summary == null ? "" : summary;
    return a.length() >= b.length() ? a : b;
  }
}
