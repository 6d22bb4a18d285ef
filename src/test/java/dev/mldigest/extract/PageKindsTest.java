package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static PageKind kind(String url, String html) {
    byte[] page = html.getBytes(StandardCharsets.UTF_8);
    return new Extractor().read(page, "text/html; charset=utf-8", url, null).article().kind();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Mit Werbung und Tracking weiterlesen. Ihre Einwilligung ist"
            + " freiwillig.</p><button>Akzeptieren</button>",
        "<p>Nous déposons des traceurs sur votre appareil.</p><button>Accepter et fermer</button>",
        "<p>Usamos cookies propias y de terceros.</p><button>Aceptar</button>",
        "<p>Wij vragen uw toestemming.</p><div role='button'>Akkoord</div>",
        "<p>このサイトはクッキーを使います。</p><button>同意する</button>",
        "<p>我们使用cookie来改善您的体验。</p><button>接受</button>",
      })
  void a_wall_of_cookies_is_told_in_other_languages(String notice) {
    assertThat(kind(Pages.URL, "<main><h1>Example</h1>" + notice + "</main>"))
        .isEqualTo(PageKind.COOKIE_WALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Diesen Artikel lesen Sie exklusiv mit Abo.",
        "Nur für Abonnenten",
        "Cet article est réservé aux abonnés.",
        "La suite est réservée à nos abonnés.",
        "Contenido exclusivo para suscriptores",
        "Questo contenuto è riservato agli abbonati",
        "Conteúdo exclusivo para assinantes",
        "Dit artikel is alleen voor abonnees",
        "この記事は会員限定です。",
        "続きは購読者の方がお読みいただけます",
        "订阅后继续阅读全文",
        "本文剩余内容仅对会员开放",
        "Продолжение доступно подписчикам",
      })
  void a_paywall_is_told_in_other_languages(String notice) {
    String teaser = "<p>Zwei Labore haben ein Jahr lang gemessen, wie hoch das Wasser stand.</p>";
    assertThat(kind(Pages.URL, "<main><h1>Example</h1>" + teaser + "<p>" + notice + "</p></main>"))
        .isEqualTo(PageKind.PAYWALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Bestätigen Sie, dass Sie ein Mensch sind.</p>",
        "<p>Vérifiez que vous êtes humain en cochant la case.</p>",
        "<p>请完成安全验证后继续访问。</p>",
        "<p>Один момент…</p><div class='cf-turnstile'></div>",
      })
  void a_check_for_robots_is_told_in_other_languages(String notice) {
    assertThat(kind(Pages.URL, "<main><h1>Example</h1>" + notice + "</main>"))
        .isEqualTo(PageKind.BOT_CHECK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To read the full article, see the printed yearbook of the harbour office.",
        "\"Subscribe to continue\" says the sign at the old stair, and nobody knows what it once"
            + " offered; the town archive keeps three letters about it, two of them from a baker"
            + " who wanted it gone because it stood before his only window.",
        "The office asks every visitor for consent before it stores a name in the book of tides.",
        "Our newsletter comes on Mondays. Sign in to the list at the desk.",
      })
  void a_short_post_that_speaks_of_walls_is_none(String mention) {
    String prose =
        "<p>The harbour keeps a diary of its tides, and every morning somebody writes down how high"
            + " the water stood at the old stair, since a gauge can stop and a hand rarely"
            + " does.</p>";
    assertThat(
            kind(Pages.URL, "<article><h1>Tides</h1>" + prose + "<p>" + mention + "</p></article>"))
        .isEqualTo(PageKind.POST);
  }

  @Test
  void the_page_of_a_video_is_one_and_is_read_by_its_description() {
    String html =
        "<title>Tides - YouTube</title><meta name='description' content='How the harbour office"
            + " reads its gauge.'><body><div id='player'></div><a href='/about'>About</a>";
    for (String url :
        new String[] {
          "https://www.youtube.com/watch?v=abcdefghijk", "https://youtu.be/abcdefghijk"
        }) {
      Article read =
          new Extractor()
              .read(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", url, null)
              .article();
      assertThat(read.kind()).isEqualTo(PageKind.VIDEO);
      assertThat(read.body().text()).contains("reads its gauge");
    }
  }

  @Test
  void a_text_says_itself_in_which_language_it_is() {
    String german =
        "<html lang='en'><article><h1>Ein Tagebuch der Gezeiten</h1><p>Jeden Morgen schreibt jemand"
            + " auf, wie hoch das Wasser an der alten Treppe stand, denn ein Pegel kann stehen"
            + " bleiben und eine Hand tut das selten.</p></article>";
    Article read =
        new Extractor()
            .read(
                german.getBytes(StandardCharsets.UTF_8),
                "text/html; charset=utf-8",
                Pages.URL,
                null)
            .article();
    assertThat(read.about().language()).isEqualTo("de");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BOT_CHECK | Einen Augenblick | Wir prüfen, ob hier ein Mensch liest. | Prüfung starten",
        "BOT_CHECK | Un instant | Merci de confirmer que vous êtes un humain. | Confirmer",
        "BOT_CHECK | Un momento | Comprueba aquí que no eres un robot. | Comprobar",
        "BOT_CHECK | 少々お待ちください | 人間による操作かどうかを確認しています。 | 確認",
        "BOT_CHECK | 请稍候 | 请先验证您是真人。 | 开始验证",
        "COOKIE_WALL | Datenschutz | Wir und andere verarbeiten personenbezogene Daten, um Anzeigen"
            + " zu zeigen. | Einverstanden",
        "COOKIE_WALL | ご利用の前に | 個人データの取り扱いに同意をお願いします。 | 同意して続ける",
        "COOKIE_WALL | 欢迎 | 我们会处理您的个人信息，详见隐私政策。 | 同意并继续",
        "PAYWALL | 电价 | 以下内容仅限付费会员阅读。 | 开通会员",
        "PAYWALL | 전기의 값 | 나머지 내용은 유료 구독자만 볼 수 있습니다. | 구독하기",
      })
  void a_wall_is_told_in_other_words_and_languages_too(
      PageKind kind, String title, String notice, String button) {
    String page =
        "<main><h1>%s</h1><p>%s</p><button>%s</button></main>".formatted(title, notice, button);
    assertThat(kind(Pages.URL, page)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ein Roboter prüft seit gestern, ob Menschen am Band ihre Brille tragen. JavaScript spielt"
            + " dabei keine Rolle, wohl aber der Datenschutz: Niemand sieht die Bilder, und"
            + " personenbezogene Daten bleiben im Werk, wo sie nach einer Stunde gelöscht werden.",
        "工場のロボットが部品を確認する様子を見てきた。人間の作業者は二人だけで、一日に四万個を調べる。誤りは一万個に一つだという。",
        "我们让机器人验证零件的尺寸，真人只负责抽查。一个月检查了四万个零件，错误率降到万分之一。",
      })
  void a_short_post_that_speaks_of_checks_and_robots_is_none(String text) {
    assertThat(kind(Pages.URL, "<article><h1>Tides</h1><p>" + text + "</p></article>"))
        .isEqualTo(PageKind.POST);
  }
}
