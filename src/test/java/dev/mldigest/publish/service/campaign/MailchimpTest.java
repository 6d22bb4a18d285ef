package dev.mldigest.publish.service.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Where Mailchimp shows a campaign. */
class MailchimpTest {
  @Test
  void the_page_of_a_draft_is_in_the_data_centre_that_the_address_names() {
    assertThat(Mailchimp.page(URI.create("https://us21.api.mailchimp.com/3.0/campaigns")))
        .isEqualTo("https://us21.admin.mailchimp.com/campaigns/show/?id=");
    assertThat(Mailchimp.page(URI.create("http://127.0.0.1:8080/")))
        .isEqualTo("https://admin.mailchimp.com/campaigns/show/?id=");
  }
}
