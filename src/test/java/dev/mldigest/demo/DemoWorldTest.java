package dev.mldigest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class DemoWorldTest {

  @Test
  void the_arxiv_listing_answers_a_query() throws Exception {
    try (DemoWorld world = DemoWorld.start();
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(world.address() + "/arxiv/api/query?search_query=cat:cs.LG"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("Draft Models Go Stale");
      assertThat(world.configuration()).contains(world.address().toString());
    }
  }
}
