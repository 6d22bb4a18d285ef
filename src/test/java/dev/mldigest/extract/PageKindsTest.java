package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two pages of each kind, written as sites of that kind write them. */
class PageKindsTest {
  static Stream<Arguments> pages() {
    return Arrays.stream(PageKind.values())
        .flatMap(kind -> Stream.of(1, 2).map(number -> Arguments.of(file(kind, number), kind)));
  }

  private static String file(PageKind kind, int number) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "kinds/" + name + "-" + number + ".html";
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_is_named_for_what_it_is_and_read_only_if_it_is_readable(String page, PageKind kind) {
    assertThat(Pages.read(page).article().kind()).isEqualTo(kind);
    ExtractOutcome outcome =
        new Extractor().extract(Pages.bytes(page), "text/html", Pages.URL, null);
    if (kind.isReadable()) {
      assertThat(outcome).isInstanceOf(ExtractOutcome.Extracted.class);
    } else {
      assertThat(outcome)
          .isInstanceOfSatisfying(
              ExtractOutcome.Unreadable.class,
              none -> {
                assertThat(none.kind()).isEqualTo(kind);
                assertThat(none.reason()).matches("[A-Z][^.]*\\.");
              });
    }
  }

  @Test
  void an_address_among_manuals_is_documentation_and_one_among_posts_is_not() {
    byte[] page = Pages.bytes("kinds/post-1.html");
    for (String url : new String[] {"https://docs.example.org/a", "https://example.org/docs/a"}) {
      assertThat(new Extractor().read(page, null, url, null).article().kind())
          .isEqualTo(PageKind.DOCUMENTATION);
    }
    assertThat(new Extractor().read(page, null, "https://example.org/a/docs", null).article())
        .extracting(article -> article.kind())
        .isEqualTo(PageKind.POST);
  }
}
