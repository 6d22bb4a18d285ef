package dev.mldigest.publish.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mldigest.domain.readers.Readership.Measure;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsTest {
  private static List<Map<String, String>> rows(String csv, Set<String> wanted) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    Csv.read(new StringReader(csv), columns -> wanted, row -> rows.add(new TreeMap<>(row)));
    return rows;
  }

  @Test
  void fields_hold_commas_quotes_and_lines_and_unwanted_columns_are_gone() throws IOException {
    String csv =
        "\uFEFFId,Email,Title\r\n1,jo@persons.example,\"a, \"\"b\"\"\nc\"\r\n\r\n2,x\r\n3,\"\",z";

    assertThat(rows(csv, Set.of("id", "title")))
        .containsExactly(
            Map.of("id", "1", "title", "a, \"b\"\nc"),
            Map.of("id", "2"),
            Map.of("id", "3", "title", "z"));
    assertThatThrownBy(() -> rows("", Set.of("id"))).hasMessage("It is empty.");
    assertThatThrownBy(() -> rows("id\n\"1\n2\n", Set.of("id"))).hasMessageContaining("not closed");
    assertThatThrownBy(() -> rows("id\n" + "1".repeat(20_001), Set.of("id")))
        .hasMessageContaining("row 2 has more than 20000");
    assertThatThrownBy(() -> rows("a,".repeat(501), Set.of("id"))).hasMessageContaining("columns");
    assertThat(rows("id,id\n1,2\n", Set.of("id"))).containsExactly(Map.of("id", "1"));
  }

  @Test
  void clicks_of_listmonk_are_counted_by_campaign_and_reader() throws IOException {
    String csv =
        """
        campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email,subscriber_name,url,created_at
        7,u,"Weekly, 2026-W10 r1",1,x,jo@persons.example,Jo,https://e.org/a,2026-03-10
        7,u,"Weekly, 2026-W10 r1",1,x,jo@persons.example,Jo,https://e.org/a,2026-03-10
        7,u,"Weekly, 2026-W10 r1",2,y,al@persons.example,Al,https://e.org/a,2026-03-10
        8,u,Other,2,y,al@persons.example,Al,https://e.org/b,2026-03-10
        """;

    var read = (ExportOutcome.Read) Exports.read(new StringReader(csv));

    assertThat(read.service()).isEqualTo("listmonk");
    assertThat(read.issues()).hasSize(2);
    assertThat(read.issues().getFirst().counts().links().toString()).contains("clicks=2");
    assertThat(read.issues().getFirst().counts().totals().clicks()).isEqualTo(2);
    assertThat(read.toString()).doesNotContain("persons.example", "Jo,");

    var untracked =
        (ExportOutcome.Read)
            Exports.read(new StringReader("campaign_id,subscriber_id,url\n7,0,u\n7,0,u\n"));
    assertThat(untracked.issues().getFirst().counts().measure()).isEqualTo(Measure.UNSAID);
    assertThat(untracked.issues().getFirst().counts().links().toString()).contains("clicks=2");
  }

  @Test
  void posts_of_ghost_say_how_many_want_more_like_them() throws IOException {
    String csv =
        """
        id,title,url,newsletter_name,sends,opens,clicks,feedback_more_like_this,feedback_less_like_this
        5f,Weekly,https://n.example/w,News,"1,800",400,90,12,3
        60,Draft,,News,,,,,
        """;

    var read = (ExportOutcome.Read) Exports.read(new StringReader(csv));

    assertThat(read.service()).isEqualTo("ghost");
    assertThat(read.issues()).hasSize(1);
    assertThat(read.issues().getFirst().counts().totals().moreLikeThis()).isEqualTo(12);
    assertThat(read.issues().getFirst().counts().totals().recipients()).isEqualTo(1800);
  }

  @ParameterizedTest
  @ValueSource(strings = {"beehiiv/posts.csv", "substack/posts.csv", "buttondown/emails.csv"})
  void lists_of_posts_that_services_export_are_told_to_hold_no_numbers(String file)
      throws IOException {
    ExportOutcome outcome = Exports.read(Corpora.at("exports/" + file));

    assertThat(outcome).isInstanceOf(ExportOutcome.Unusable.class);
    assertThat(((ExportOutcome.Unusable) outcome).sentence())
        .contains("without a number of sends, opens or clicks");
  }
}
