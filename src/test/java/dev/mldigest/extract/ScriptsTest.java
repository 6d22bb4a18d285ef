package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles in scripts that set no blanks between words are read like all others. */
class ScriptsTest {
  /** A language, four sentences of it, and a line of furniture. */
  static Stream<Arguments> scripts() {
    return Stream.of(
        Arguments.of(
            "zh",
            "我们每天从港口收集数据，并与前一天的预报进行比较。",
            "冰封的河道让第一批驳船晚到了三个星期。",
            "新的排队方法把等候时间缩短了四成。",
            "船长们起初不相信这些数字，后来自己又量了一遍。",
            "订阅我们的周报"),
        Arguments.of(
            "ja",
            "私たちは毎日港の記録を集め、前日の予報と比べている。",
            "川が凍ったため、最初の船は三週間遅れて着いた。",
            "新しい並び方によって待ち時間は四割も短くなった。",
            "船長たちは初めこの数字を信じず、自分でもう一度測った。",
            "週刊便りを購読する"),
        Arguments.of(
            "th",
            "เราเก็บข้อมูลจากท่าเรือทุกวันแล้วเปรียบเทียบกับคำพยากรณ์ของวันก่อน",
            "แม่น้ำที่กลายเป็นน้ำแข็งทำให้เรือลำแรกมาถึงช้าไปสามสัปดาห์",
            "วิธีเข้าคิวแบบใหม่ทำให้เวลารอสั้นลงสี่ในสิบส่วน",
            "กัปตันไม่เชื่อตัวเลขเหล่านี้ในตอนแรกแต่แล้วก็วัดเองอีกครั้ง",
            "สมัครรับจดหมายข่าว"),
        Arguments.of(
            "km",
            "យើងប្រមូលទិន្នន័យពីកំពង់ផែរៀងរាល់ថ្ងៃហើយប្រៀបធៀបវាជាមួយការព្យាករណ៍។",
            "ទន្លេដែលកកបានធ្វើឱ្យទូកដំបូងមកដល់យឺតបីសប្តាហ៍។",
            "វិធីតម្រង់ជួរថ្មីបានធ្វើឱ្យពេលរង់ចាំខ្លីជាងមុន។",
            "នាយទូកមិនជឿលេខទាំងនេះដំបូងឡើយហើយបានវាស់ម្តងទៀត។",
            "ជាវព្រឹត្តិបត្រ"),
        Arguments.of(
            "lo",
            "ພວກເຮົາເກັບກຳຂໍ້ມູນຈາກທ່າເຮືອທຸກໆມື້ແລ້ວປຽບທຽບກັບການພະຍາກອນ",
            "ແມ່ນ້ຳທີ່ກາຍເປັນນ້ຳກ້ອນເຮັດໃຫ້ເຮືອລຳທຳອິດມາຮອດຊ້າສາມອາທິດ",
            "ວິທີເຂົ້າແຖວແບບໃໝ່ເຮັດໃຫ້ເວລາລໍຖ້າສັ້ນລົງ",
            "ກັບຕັນບໍ່ເຊື່ອຕົວເລກເຫຼົ່ານີ້ໃນຕອນທຳອິດແລ້ວກໍວັດແທກເອງອີກ",
            "ສະໝັກຮັບຈົດໝາຍຂ່າວ"),
        Arguments.of(
            "my",
            "ကျွန်ုပ်တို့သည်ဆိပ်ကမ်းမှအချက်အလက်များကိုနေ့စဉ်စုဆောင်းပြီးနှိုင်းယှဉ်သည်။",
            "ရေခဲသောမြစ်ကြောင့်ပထမသင်္ဘောသည်သုံးပတ်နောက်ကျပြီးရောက်ရှိခဲ့သည်။",
            "တန်းစီနည်းအသစ်သည်စောင့်ဆိုင်းချိန်ကိုတိုစေခဲ့သည်။",
            "ကပ္ပတိန်များသည်ဤဂဏန်းများကိုမယုံကြည်ဘဲကိုယ်တိုင်ထပ်မံတိုင်းတာခဲ့သည်။",
            "သတင်းလွှာစာရင်းသွင်းပါ"),
        Arguments.of(
            "ko",
            "우리는 매일 항구의 기록을 모아 전날의 예보와 비교한다.",
            "강이 얼어서 첫 번째 배는 삼 주 늦게 도착했다.",
            "새로운 줄서기 방법으로 기다리는 시간이 크게 줄었다.",
            "선장들은 처음에는 이 숫자를 믿지 않고 직접 다시 쟀다.",
            "주간 소식 구독하기"));
  }

  private static String page(String body) {
    return "<html><head><title>港</title></head><body><nav><ul><li><a href=/>港</a></li></ul></nav>"
        + body
        + "</body></html>";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void paragraphs_of_one_sentence_are_an_article(
      String language, String one, String two, String three, String four, String furniture) {
    Article article =
        Pages.readHtml(
                page(
                    "<div class=newsletter><p>%s</p></div><div id=x><p>%s</p><p>%s</p><p>%s</p>"
                            .formatted(furniture, one, two, three)
                        + "<p>%s</p></div>".formatted(four)))
            .article();

    assertThat(article.kind()).isEqualTo(PageKind.POST);
    assertThat(article.text().lines()).containsExactly(one, two, three, four);
    assertThat(article.words()).isBetween(25, 60);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void one_long_paragraph_is_an_article_and_links_around_it_are_not(
      String language, String one, String two, String three, String four, String furniture) {
    String links = "<li><a href=/a>%s</a></li>".formatted(furniture).repeat(6);
    String text = one + two + three + four;
    Article article =
        Pages.readHtml(page("<article><p>" + text + "</p><ul>" + links + "</ul></article>"))
            .article();

    assertThat(article.kind()).isEqualTo(PageKind.POST);
    assertThat(article.text()).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void a_feed_that_carries_one_sentence_has_its_words_counted(
      String language, String one, String two, String three, String four, String furniture) {
    Article article =
        ((dev.mldigest.domain.article.ExtractOutcome.Extracted)
                new Extractor().extractFragment("<p>" + one, Pages.URL, furniture))
            .article();

    assertThat(article.words()).isBetween(7, 15);
  }

  @Test
  void a_page_of_a_few_signs_is_still_empty() {
    assertThat(Pages.readHtml(page("<article><p>本文はまだない。</p></article>")).article().kind())
        .isEqualTo(PageKind.EMPTY);
  }
}
