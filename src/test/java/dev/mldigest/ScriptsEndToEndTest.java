package dev.mldigest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on a page in Chinese. */
class ScriptsEndToEndTest {
  private static final String TEXT =
      "<p>研究小组用公开的信件训练了一个小型网络，报告说测试误差下降了三分之一，而费用没有变化。</p>"
          + "<p>三个随机种子得到了同样的结果，所以他们认为学习率的选择最为重要。</p>"
          + "<p>下个月将在另一台机器上重复全部实验，并公开所有的记录。</p>";

  @TempDir Path folder;
  private Internet internet;

  @BeforeEach
  void connect() {
    internet = new Internet();
    String page =
        "<html><head><title>训练小型网络的体会</title></head><body><article><h1>训练小型网络的体会</h1>"
            + TEXT
            + "</article></body></html>";
    internet
        .server()
        .stubFor(
            get(urlPathEqualTo("/zh"))
                .willReturn(
                    aResponse()
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withBody(page.getBytes(StandardCharsets.UTF_8))));
    internet.republish(
        0,
        "<item><title>训练小型网络的体会</title><link>"
            + internet.address()
            + "/zh</link><guid>zh</guid><pubDate>Fri, 27 Feb 2026 10:00:00 GMT</pubDate></item>");
  }

  @AfterEach
  void disconnect() {
    internet.close();
  }

  @Test
  void a_newsletter_in_english_leaves_it_out_for_its_language() throws Exception {
    Program program = new Program(folder, internet.configuration(""), Internet.NOW.toString());

    assertThat(program.run().code()).isZero();

    assertThat(Program.call(program.arguments("inspect week", "--json")).out().lines())
        .anyMatch(
            line -> line.contains("训练小型网络的体会") && line.contains("Filter 'language': in Chinese"));
  }

  @Test
  void a_newsletter_in_chinese_picks_it_and_tells_it_sentence_by_sentence() throws Exception {
    String yaml =
        internet.configuration("").replace("time-zone: UTC", "time-zone: UTC\nlanguage: zh");
    Program program = new Program(folder, yaml, Internet.NOW.toString());

    assertThat(program.run().code()).isZero();

    String digest = Files.readString(program.digest(Internet.WEEK));
    assertThat(digest).contains("训练小型网络的体会", "三分之一");
  }
}
