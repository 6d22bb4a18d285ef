package dev.mldigest.summarise.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims in scripts of their own, held against a sentence that we wrote. */
class ScriptsGroundedTest {
  private final Groundedness groundedness = new Groundedness();

  private List<String> kinds(String source, String claim) {
    return groundedness.findings(List.of(source), new Claim(claim, List.of(1), source)).stream()
        .map(Finding::kind)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "研究团队发布了云杉-32B，推理成本下降百分之六十，训练用了九万亿个词元。 | 云杉-32B的推理成本下降了60%，训练用了9万亿个词元。",
        "処理速度は従来の2.3倍に向上し、正答率は78.6％に達した。 | 正答率は78.6%に達し、処理速度は従来の2.3倍に向上した。",
        "学習データは2兆トークンで、四万件の表を含む。 | 学習データは2兆トークンで、4万件の表を含む。",
        "한빛연구소는 두루미-20B를 공개했고 정답률은 79.2%였다. | 두루미-20B의 정답률은 79.2%였다.",
        "학습에는 3조 개의 토큰이 쓰였다. | 토큰 3조 개가 학습에 쓰였다.",
        "แบบจำลองทำคะแนนได้ ๗๖.๘% และเร็วขึ้น 2.4 เท่า | แบบจำลองเร็วขึ้น 2.4 เท่าและทำคะแนนได้"
            + " 76.8%",
        "حقق النموذج دقة بلغت ٧٧٫٥٪ في اختبار فهم المقروء. | بلغت دقة النموذج 77.5% في اختبار فهم"
            + " المقروء.",
      })
  void a_claim_that_says_the_same_numbers_in_another_order_or_writing_is_supported(
      String source, String claim) {
    assertThat(kinds(source, claim)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "研究团队发布了云杉-32B，推理成本下降百分之六十，训练用了九万亿个词元。 | 云杉-32B的推理成本下降了百分之七十。",
        "研究团队发布了云杉-32B，推理成本下降百分之六十，训练用了九万亿个词元。 | 训练用了九千亿个词元。",
        "処理速度は従来の2.3倍に向上し、正答率は78.6％に達した。 | 正答率は87.6%に達した。",
        "학습에는 3조 개의 토큰이 쓰였다. | 토큰 3억 개가 학습에 쓰였다.",
        "แบบจำลองทำคะแนนได้ ๗๖.๘% และเร็วขึ้น 2.4 เท่า | แบบจำลองทำคะแนนได้ 67.8%",
        "حقق النموذج دقة بلغت ٧٧٫٥٪ في اختبار فهم المقروء. | بلغت دقة النموذج 79.5% في اختبار فهم"
            + " المقروء.",
      })
  void another_number_is_found_whatever_it_is_written_in(String source, String claim) {
    assertThat(kinds(source, claim)).contains("number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "水野氏は「敬語の扱いに最も時間をかけた」と話す。 | 水野氏は「敬語の扱いに最も苦労をした」と話す。",
        "林致远说：“模型仍然会编造条文。” | 林致远说：“模型已经不会编造条文。”",
      })
  void words_that_nobody_said_so_are_no_quotation(String source, String claim) {
    assertThat(kinds(source, claim)).containsAnyOf("quote", "replaced");
  }
}
