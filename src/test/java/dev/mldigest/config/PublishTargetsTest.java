package dev.mldigest.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.domain.settings.TargetKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishTargetsTest {
  private static final Map<String, String> KEY = Map.of("KEY", "secret");

  private static PublishTarget valid(String target) {
    String yaml = "publish:\n  - { name: x, " + target + " }\n" + SettingsReaderTest.MINIMAL;
    return SettingsReaderTest.valid(yaml, KEY).target("x").orElseThrow();
  }

  private static String mistake(String target) {
    String yaml = "publish:\n  - { name: x, " + target + " }\n" + SettingsReaderTest.MINIMAL;
    return String.join("\n", SettingsReaderTest.mistakes(yaml, KEY));
  }

  @Test
  void each_service_has_the_keys_it_needs() {
    PublishTarget mailchimp =
        valid(
            "kind: mailchimp, url: 'https://us21.api.mailchimp.com', audience: a1b2c3d4e5, from:"
                + " 'Jo <jo@example.org>', api-key: { env: KEY }");
    assertThat(mailchimp.kind()).isEqualTo(TargetKind.MAILCHIMP);
    assertThat(mailchimp.option("audience")).isEqualTo("a1b2c3d4e5");
    assertThat(mailchimp.option("from")).isEqualTo("Jo <jo@example.org>");
    assertThat(
            valid("kind: beehiiv, publication: pub_1, api-key: { env: KEY }").option("publication"))
        .isEqualTo("pub_1");
    assertThat(
            valid("kind: brevo, from: jo@example.org, lists: [2, 7], api-key: { env: KEY }")
                .options()
                .get("lists"))
        .containsExactly("2", "7");
    assertThat(mistake("kind: beehiiv, api-key: { env: KEY }")).contains("'publication'");
    assertThat(mistake("kind: beehiiv, publication: 'a/b', api-key: { env: KEY }"))
        .contains("the service's identifier");
    assertThat(mistake("kind: kit, api-key: { env: KEY }, audience: x"))
        .contains("does not belong to targets of kind 'kit'");
  }

  @Test
  void a_key_goes_unencrypted_only_to_this_machine_or_a_network_of_ones_own() {
    String start = "kind: webhook, api-key: { env: KEY }, url: ";
    for (String near :
        List.of(
            "http://localhost:9000",
            "http://listmonk:9000/",
            "http://127.0.0.1:9000",
            "http://192.168.1.7/",
            "http://10.0.0.1/",
            "http://172.20.0.1/",
            "http://100.64.0.9/",
            "http://[::1]:9000/",
            "http://[fd00::1]/",
            "https://93.184.216.34/")) {
      assertThat(valid(start + "'" + near + "'").url()).as(near).hasToString(near);
    }
    for (String far :
        List.of(
            "http://93.184.216.34/",
            "http://1572395042/",
            "http://0x5db8d822/",
            "http://172.32.0.1/",
            "http://[2606:2800:220:1::1]/",
            "http://127.example.org/",
            "http://news.example.org/")) {
      assertThat(mistake(start + "'" + far + "'")).as(far).contains("'url'");
    }
  }

  @Test
  void a_test_mail_has_one_address_and_no_way_into_its_headers() {
    PublishTarget mail =
        valid("kind: mail, host: mail.example.org, from: d@example.org, to: jo@example.org");
    assertThat(mail.option("to")).isEqualTo("jo@example.org");
    assertThat(mail.key().isMissing()).isFalse();
    String start = "kind: mail, host: mail.example.org, from: d@example.org, ";
    assertThat(mistake(start + "to: 'jo@example.org, all@example.org'"))
        .contains("one mail address");
    assertThat(mistake(start + "to: \"jo@example.org\\nBcc: all@example.org\""))
        .contains("one mail address");
    assertThat(mistake(start + "to: 'Jo <jo@example.org>'")).contains("one mail address");
    assertThat(mistake(start + "to: jo@example.org, tls: maybe")).contains("starttls");
    assertThat(mistake(start + "to: jo@example.org, port: 0")).contains("'port'");
    assertThat(
            mistake(
                "kind: mail, host: m.example.org, from: \"Jo\\r\\nBcc: x <d@example.org>\", to:"
                    + " jo@example.org"))
        .contains("'from'");
  }

  @Test
  void readers_leave_by_an_address_that_is_one() {
    String start =
        "kind: eml, folder: mails, from: d@example.org, to: jo@example.org, unsubscribe: ";
    assertThat(valid(start + "'https://example.org/leave?u={{id}}'").option("unsubscribe"))
        .isEqualTo("https://example.org/leave?u={{id}}");
    for (String wrong :
        List.of(
            "http://example.org/",
            "https://example.org/>,<mailto:x@y.z>",
            "leave",
            "https://a b")) {
      assertThat(mistake(start + "'" + wrong + "'")).as(wrong).contains("'unsubscribe'");
    }
  }

  @Test
  void a_page_of_a_site_is_a_draft_unless_it_is_said() {
    assertThat(valid("kind: site, folder: content").option("draft")).isEmpty();
    assertThat(valid("kind: site, folder: content, draft: false").option("draft"))
        .isEqualTo("false");
    assertThat(mistake("kind: site, folder: content, draft: soon")).contains("'draft'");
    assertThat(mistake("kind: site")).contains("'folder'");
  }
}
