package dev.mldigest.pipeline.harvest;

import dev.mldigest.web.CanonicalUrl;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where arXiv keeps the full text of a paper: as a page, which not every paper has, and as PDF. */
record PaperPages(URI archive) {
  static final PaperPages ARXIV = new PaperPages(URI.create("https://arxiv.org/"));

  /** The page before the PDF; empty if the link leads to no paper of arXiv. */
  List<URI> of(@Nullable String link) {
    String id = CanonicalUrl.arxivId(link);
    return id == null
        ? List.of()
        : List.of(archive.resolve("html/" + id), archive.resolve("pdf/" + id));
  }
}
