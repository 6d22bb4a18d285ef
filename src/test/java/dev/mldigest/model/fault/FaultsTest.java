package dev.mldigest.model.fault;

import static dev.mldigest.model.fault.Fault.BROKEN;
import static dev.mldigest.model.fault.Fault.BUSY;
import static dev.mldigest.model.fault.Fault.FLAGGED;
import static dev.mldigest.model.fault.Fault.GARBLED;
import static dev.mldigest.model.fault.Fault.NO_ACCESS;
import static dev.mldigest.model.fault.Fault.NO_CREDIT;
import static dev.mldigest.model.fault.Fault.NO_MODEL;
import static dev.mldigest.model.fault.Fault.QUOTA;
import static dev.mldigest.model.fault.Fault.RATE_LIMITED;
import static dev.mldigest.model.fault.Fault.REJECTED;
import static dev.mldigest.model.fault.Fault.TOO_LONG;
import static dev.mldigest.model.fault.Fault.WRONG_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Error answers as the services give them, one a line. */
class FaultsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  record Said(Fault fault, int status, String body) {}

  private static Said said(Fault fault, int status, String body) {
    return new Said(fault, status, body.replace('\'', '"'));
  }

  static Stream<Said> errors() {
    return Stream.of(
        // OpenAI
        said(
            NO_ACCESS,
            401,
            "{'error':{'message':'Incorrect API key provided:"
                + " sk-abc***xyz.','type':'invalid_request_error','code':'invalid_api_key'}}"),
        said(
            NO_CREDIT,
            429,
            "{'error':{'message':'You exceeded your current quota, please check your plan and"
                + " billing details.','type':'insufficient_quota','code':'insufficient_quota'}}"),
        said(
            NO_CREDIT,
            429,
            "{'error':{'message':'Your account is not active, please check your billing details on"
                + " our website.','type':'billing_not_active','code':'billing_not_active'}}"),
        said(
            QUOTA,
            429,
            "{'error':{'message':'Rate limit reached for m in organization org-1 on requests per"
                + " day (RPD): Limit 200, Used 200, Requested 1. Please try again in"
                + " 7m12s.','type':'requests','code':'rate_limit_exceeded'}}"),
        said(
            RATE_LIMITED,
            429,
            "{'error':{'message':'Rate limit reached for m on tokens per min (TPM): Limit 30000,"
                + " Used 29500, Requested 900. Please try again in"
                + " 800ms.','type':'tokens','code':'rate_limit_exceeded'}}"),
        said(
            BUSY,
            503,
            "{'error':{'message':'The engine is currently overloaded, please try again"
                + " later','type':'server_error','code':null}}"),
        said(
            NO_MODEL,
            404,
            "{'error':{'message':'The model `m` does not exist or you do not have access to"
                + " it.','type':'invalid_request_error','code':'model_not_found'}}"),
        said(
            TOO_LONG,
            400,
            "{'error':{'message':'This model`s maximum context length is 4097 tokens. However, your"
                + " messages resulted in 5000 tokens.','code':'context_length_exceeded'}}"),
        said(
            FLAGGED,
            400,
            "{'error':{'message':'Invalid prompt: your prompt was flagged as potentially violating"
                + " our usage policy.','type':'invalid_request_error','code':'invalid_prompt'}}"),
        said(
            NO_ACCESS,
            403,
            "{'error':{'code':'unsupported_country_region_territory','message':'Country, region, or"
                + " territory not supported','type':'request_forbidden'}}"),
        said(
            REJECTED,
            400,
            "{'error':{'message':'Unsupported parameter: max_tokens is not supported with this"
                + " model. Use max_completion_tokens"
                + " instead.','param':'max_tokens','code':'unsupported_parameter'}}"),
        said(
            REJECTED,
            400,
            "{'error':{'message':'max_tokens is too large: 9000. This model supports at most 4096"
                + " completion tokens, whereas you provided 9000.','param':'max_tokens'}}"),
        // Azure
        said(
            FLAGGED,
            400,
            "{'error':{'message':'The response was filtered due to the prompt triggering Azure"
                + " OpenAI`s content management"
                + " policy.','type':null,'param':'prompt','code':'content_filter','status':400,'innererror':{'code':'ResponsibleAIPolicyViolation','content_filter_result':{'hate':{'filtered':true,'severity':'high'}}}}}"),
        said(
            NO_MODEL,
            404,
            "{'error':{'code':'DeploymentNotFound','message':'The API deployment for this resource"
                + " does not exist.'}}"),
        said(WRONG_ADDRESS, 404, "{'error':{'code':'404','message':'Resource not found'}}"),
        said(
            NO_ACCESS,
            401,
            "{'error':{'code':'401','message':'Access denied due to invalid subscription key or"
                + " wrong API endpoint.'}}"),
        said(
            TOO_LONG,
            400,
            "{'error':{'message':'Input tokens exceed the configured limit of 272000 tokens. Your"
                + " messages resulted in 509178 tokens.'}}"),
        said(
            RATE_LIMITED,
            429,
            "{'error':{'code':'429','message':'Requests to the ChatCompletions operation have"
                + " exceeded the token rate limit of your current pricing tier. Please retry after"
                + " 24 seconds.'}}"),
        // Anthropic
        said(
            BUSY,
            529,
            "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}"),
        said(
            NO_CREDIT,
            400,
            "{'type':'error','error':{'type':'invalid_request_error','message':'Your credit balance"
                + " is too low to access the Anthropic API.'}}"),
        said(
            QUOTA,
            400,
            "{'type':'error','error':{'type':'invalid_request_error','message':'You have reached"
                + " your specified API usage limits. You will regain access on 2026-04-01 at 00:00"
                + " UTC.'}}"),
        said(
            NO_MODEL,
            404,
            "{'type':'error','error':{'type':'not_found_error','message':'model:"
                + " claude-nothing'}}"),
        said(
            NO_ACCESS,
            401,
            "{'type':'error','error':{'type':'authentication_error','message':'invalid"
                + " x-api-key'}}"),
        said(
            TOO_LONG,
            400,
            "{'type':'error','error':{'type':'invalid_request_error','message':'prompt is too long:"
                + " 208310 tokens > 200000 maximum'}}"),
        said(
            TOO_LONG,
            413,
            "{'type':'error','error':{'type':'request_too_large','message':'Request exceeds the"
                + " maximum size'}}"),
        said(
            FLAGGED,
            400,
            "{'type':'error','error':{'type':'invalid_request_error','message':'Output blocked by"
                + " content filtering policy'}}"),
        said(
            RATE_LIMITED,
            429,
            "{'type':'error','error':{'type':'rate_limit_error','message':'Server is temporarily"
                + " limiting requests (not your usage limit)'}}"),
        said(
            BROKEN,
            500,
            "{'type':'error','error':{'type':'api_error','message':'Internal server error'}}"),
        // Gemini, which answers in a list of one
        said(
            NO_ACCESS,
            400,
            "[{'error':{'code':400,'message':'API key not valid. Please pass a valid API"
                + " key.','status':'INVALID_ARGUMENT','details':[{'reason':'API_KEY_INVALID'}]}}]"),
        said(
            QUOTA,
            429,
            "[{'error':{'code':429,'message':'You exceeded your current quota, please check your"
                + " plan and billing"
                + " details.','status':'RESOURCE_EXHAUSTED','details':[{'violations':[{'quotaId':'GenerateRequestsPerDayPerProjectPerModel-FreeTier'}]},{'retryDelay':'38s'}]}}]"),
        said(
            RATE_LIMITED,
            429,
            "[{'error':{'code':429,'message':'You exceeded your current quota, please check your"
                + " plan and billing"
                + " details.','status':'RESOURCE_EXHAUSTED','details':[{'violations':[{'quotaId':'GenerateRequestsPerMinutePerProjectPerModel-FreeTier'}]},{'retryDelay':'21s'}]}}]"),
        said(
            NO_CREDIT,
            429,
            "{'error':{'code':429,'message':'Your prepayment credits are"
                + " depleted.','status':'RESOURCE_EXHAUSTED'}}"),
        said(
            TOO_LONG,
            400,
            "[{'error':{'code':400,'message':'The input token count (218152) exceeds the maximum"
                + " number of tokens allowed (65536).','status':'INVALID_ARGUMENT'}}]"),
        said(
            BUSY,
            503,
            "[{'error':{'code':503,'message':'The model is overloaded. Please try again"
                + " later.','status':'UNAVAILABLE'}}]"),
        said(
            NO_MODEL,
            404,
            "[{'error':{'code':404,'message':'models/m is not found for API version v1main, or is"
                + " not supported for generateContent.','status':'NOT_FOUND'}}]"),
        said(
            NO_ACCESS,
            400,
            "[{'error':{'code':400,'message':'User location is not supported for the API"
                + " use.','status':'FAILED_PRECONDITION'}}]"),
        said(
            NO_ACCESS,
            400,
            "{'error':{'message':'{\\'error\\': {\\'code\\': 400, \\'message\\': \\'API key expired.\\'}}','code':400,'status':'Bad Request'}}"
                .replace("\\'", "\\\"")),
        // Mistral
        said(RATE_LIMITED, 429, "{'message':'Requests rate limit exceeded'}"),
        said(
            BUSY,
            429,
            "{'object':'error','message':'Service tier capacity exceeded for this"
                + " model.','type':'invalid_request_error','param':null,'code':null}"),
        said(
            REJECTED,
            422,
            "{'detail':[{'type':'extra_forbidden','loc':['body','seed'],'msg':'Extra inputs are not"
                + " permitted'}]}"),
        said(
            NO_MODEL,
            400,
            "{'object':'error','message':'Invalid model:"
                + " m','type':'invalid_model','param':null,'code':'1500'}"),
        said(
            TOO_LONG,
            400,
            "{'object':'error','message':'Prompt contains 40022 tokens and 0 draft tokens, too"
                + " large for model with 32768 maximum context"
                + " length','type':'invalid_request_message_order'}"),
        said(NO_ACCESS, 401, "{'message':'Unauthorized'}"),
        // Groq
        said(
            QUOTA,
            429,
            "{'error':{'message':'Rate limit reached for model `m` in organization `org_01` service"
                + " tier `on_demand` on tokens per day (TPD): Limit 100000, Used 97050, Requested"
                + " 3619. Please try again in"
                + " 9m38.016s.','type':'tokens','code':'rate_limit_exceeded'}}"),
        said(
            RATE_LIMITED,
            429,
            "{'error':{'message':'Rate limit reached for model `m` on tokens per minute (TPM):"
                + " Limit 7000, Used 0, Requested ~2903. Please try again in"
                + " 50.597142857s.','type':'tokens','code':'rate_limit_exceeded'}}"),
        said(
            TOO_LONG,
            413,
            "{'error':{'message':'Request too large for model `m` on tokens per minute (TPM): Limit"
                + " 6000, Requested 6294','type':'tokens','code':'rate_limit_exceeded'}}"),
        said(
            GARBLED,
            400,
            "{'error':{'message':'Failed to generate JSON. Please adjust your prompt. See"
                + " `failed_generation` for more"
                + " details.','type':'invalid_request_error','code':'json_validate_failed','failed_generation':'{'}}"),
        said(
            NO_MODEL,
            400,
            "{'error':{'message':'The model `m` has been decommissioned and is no longer"
                + " supported.','type':'invalid_request_error','code':'model_decommissioned'}}"),
        // OpenRouter
        said(
            FLAGGED,
            403,
            "{'error':{'message':'m requires moderation on X. Your input was flagged for"
                + " sexual.','code':403,'metadata':{'reasons':['sexual'],'flagged_input':'a'}}}"),
        said(
            NO_CREDIT,
            402,
            "{'error':{'message':'Insufficient credits. Add more using"
                + " https://example.org/credits','code':402}}"),
        said(
            QUOTA,
            429,
            "{'error':{'message':'Rate limit exceeded: free-models-per-day. Add 10 credits to"
                + " unlock 1000 free model requests per"
                + " day','code':429,'metadata':{'headers':{'X-RateLimit-Reset':'1772496000000'}}}}"),
        said(
            BUSY,
            429,
            "{'error':{'message':'Provider returned error','code':429,'metadata':{'raw':'m is"
                + " temporarily rate-limited upstream. Please retry"
                + " shortly.','provider_name':'P'}}}"),
        said(NO_MODEL, 400, "{'error':{'message':'m is not a valid model ID','code':400}}"),
        said(NO_ACCESS, 401, "{'error':{'message':'No auth credentials found','code':401}}"),
        said(
            BUSY,
            502,
            "{'error':{'message':'Provider returned error','code':502,'metadata':{'raw':'upstream"
                + " connect error'}}}"),
        // DeepSeek, Together, Moonshot, DashScope, xAI, Fireworks
        said(
            NO_CREDIT,
            402,
            "{'error':{'message':'Insufficient"
                + " Balance','type':'unknown_error','code':'invalid_request_error'}}"),
        said(
            FLAGGED,
            400,
            "{'error':{'message':'Content Exists Risk','type':'invalid_request_error'}}"),
        said(
            NO_MODEL,
            400,
            "{'error':{'message':'Model Not"
                + " Exist','type':'invalid_request_error','code':'invalid_request_error'}}"),
        said(
            TOO_LONG,
            422,
            "{'error':{'message':'Input validation error: `inputs` tokens + `max_new_tokens` must"
                + " be <= 4097. Given: 5000 `inputs` tokens','type':'invalid_request_error'}}"),
        said(
            NO_CREDIT,
            429,
            "{'error':{'message':'Your account is suspended, please check your plan and billing"
                + " details','type':'exceeded_current_quota_error'}}"),
        said(
            TOO_LONG,
            400,
            "{'error':{'message':'Invalid request: Your request exceeded model token limit:"
                + " 8192','type':'invalid_request_error'}}"),
        said(
            FLAGGED,
            400,
            "{'error':{'code':'data_inspection_failed','message':'Input data may contain"
                + " inappropriate content.'}}"),
        said(
            TOO_LONG,
            400,
            "{'error':{'code':'invalid_parameter_error','message':'Range of input length should be"
                + " [1, 30720]'}}"),
        said(
            NO_CREDIT,
            403,
            "{'code':'The caller does not have permission','error':'Your newly created team does"
                + " not have any credits yet.'}"),
        said(
            NO_CREDIT,
            412,
            "{'error':{'message':'Account is suspended, possibly due to reaching the monthly"
                + " spending limit.'}}"),
        said(
            BUSY,
            429,
            "{'error':{'type':'engine_overloaded_error','message':'The engine is busy'}}"),
        // GitHub, Cerebras, Hugging Face
        said(
            QUOTA,
            429,
            "{'error':{'code':'RateLimitReached','message':'Rate limit of 50 per 86400s exceeded"
                + " for UserByModelByDay. Please wait 75453 seconds before retrying.'}}"),
        said(
            QUOTA,
            429,
            "{'message':'Tokens per day limit exceeded - too many tokens"
                + " processed.','type':'too_many_tokens_error','code':'token_quota_exceeded'}"),
        said(BUSY, 503, "{'error':'Model m is currently loading','estimated_time':20.0}"),
        said(NO_CREDIT, 402, "{'error':'You have exceeded your monthly included credits'}"),
        // Ollama, llama.cpp, vLLM, LM Studio, sglang
        said(
            BUSY,
            503,
            "{'error':{'code':503,'message':'Loading model','type':'unavailable_error'}}"),
        said(BUSY, 500, "{'error':{'message':'llm server loading model','type':'api_error'}}"),
        said(
            BUSY,
            503,
            "{'error':{'message':'server busy, please try again.  maximum pending requests"
                + " exceeded','type':'api_error'}}"),
        said(
            NO_MODEL,
            404,
            "{'error':{'message':'model `m` not"
                + " found','type':'not_found_error','param':null,'code':null}}"),
        said(
            BROKEN,
            500,
            "{'error':{'message':'model requires more system memory (9.6 GiB) than is available"
                + " (7.1 GiB)','type':'api_error'}}"),
        said(
            TOO_LONG,
            400,
            "{'error':{'code':400,'message':'request (5021 tokens) exceeds the available context"
                + " size (4096 tokens), try increasing"
                + " it','type':'exceed_context_size_error','n_ctx':4096}}"),
        said(
            TOO_LONG,
            400,
            "{'object':'error','message':'This model`s maximum context length is 1024 tokens."
                + " However, you requested 1724 tokens (1024 in the messages, 700 in the"
                + " completion).','type':'BadRequestError','code':400}"),
        said(
            NO_MODEL,
            404,
            "{'object':'error','message':'The model `m` does not"
                + " exist.','type':'NotFoundError','param':null,'code':404}"),
        said(
            TOO_LONG,
            400,
            "{'error':'Trying to keep the first 1210 tokens when context overflows. However, the"
                + " model is loaded with context length of only 1024 tokens.'}"),
        said(
            NO_MODEL,
            404,
            "{'error':{'message':'No models loaded. Please load a model in the developer page or"
                + " use the `lms load` command.'}}"),
        said(
            BROKEN,
            400,
            "{'error':'Failed to load model m. Error: Model loading aborted due to insufficient"
                + " system resources.'}"),
        said(
            TOO_LONG,
            400,
            "{'object':'error','message':'The input (5000 tokens) is longer than the model`s"
                + " context length (4096 tokens).','code':400}"),
        said(WRONG_ADDRESS, 404, "404 page not found"),
        said(WRONG_ADDRESS, 405, "{'detail':'Method Not Allowed'}"),
        said(WRONG_ADDRESS, 404, "{'detail':'Not Found'}"),
        said(WRONG_ADDRESS, 404, "<html><body>The model page was not found</body></html>"),
        said(
            REJECTED,
            400,
            "{'object':'error','message':'The JSON schema holds features that the grammar back end"
                + " does not support.','type':'BadRequestError','code':400}"),
        said(
            REJECTED, 400, "{'error':{'message':'This response_format type is unavailable now.'}}"),
        said(
            REJECTED,
            400,
            "{'error':{'message':'`temperature` does not support 0 with this model; only the"
                + " default is supported.','code':'unsupported_value'}}"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void each_service_says_in_its_own_way_what_is_wrong(Said said) {
    assertThat(Told.of(said.status, said.body, NOW).fault()).isEqualTo(said.fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "7", "[]", "{}", "{'error':'no'}", "{'error':{'code':null}}", "{{"})
  void what_says_nothing_is_read_by_its_status(String body) {
    String json = body.replace('\'', '"');
    assertThat(Told.of(400, json, NOW).fault()).isEqualTo(REJECTED);
    assertThat(Told.of(401, json, NOW).fault()).isEqualTo(NO_ACCESS);
    assertThat(Told.of(402, json, NOW).fault()).isEqualTo(NO_CREDIT);
    assertThat(Told.of(413, json, NOW).fault()).isEqualTo(TOO_LONG);
    assertThat(Told.of(429, json, NOW).fault()).isEqualTo(RATE_LIMITED);
    assertThat(Told.of(500, json, NOW).fault()).isEqualTo(BROKEN);
    assertThat(Told.of(529, json, NOW).fault()).isEqualTo(BUSY);
  }

  private static @Nullable Fault inSuccess(String body) {
    return Told.inSuccess(body.replace('\'', '"'), NOW).map(Told::fault).orElse(null);
  }

  @Test
  void an_error_in_a_good_status_is_an_error() {
    assertThat(inSuccess("{'error':{'message':'This request requires more credits.','code':402}}"))
        .isEqualTo(NO_CREDIT);
    assertThat(
            inSuccess(
                "{'error':{'message':'Provider returned error','code':429,'metadata':{'raw':'slow"
                    + " down'}}}"))
        .isEqualTo(RATE_LIMITED);
    assertThat(
            inSuccess(
                "{'id':'x','choices':[],'error':{'message':'no healthy upstream','code':502}}"))
        .isEqualTo(BUSY);
    assertThat(
            inSuccess(
                "{'choices':[{'finish_reason':'error','message':{'content':'{\\u0022claims'},'error':{'code':500,'message':'Internal'}}]}"))
        .isEqualTo(BROKEN);
    assertThat(inSuccess("{'choices':[{'finish_reason':'error','message':{'content':'half'}}]}"))
        .isEqualTo(BUSY);
    assertThat(
            inSuccess(
                """
                data: {'choices':[],'error':{'code':503,'message':'overloaded'}}

                data: [DONE]
                """))
        .isEqualTo(BUSY);
    assertThat(
            inSuccess(
                "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}"))
        .isEqualTo(BUSY);
    assertThat(inSuccess("{'error':'model is loading'}")).isNotNull();
  }

  @Test
  void the_end_of_an_answer_may_be_a_fault() {
    assertThat(inSuccess("{'type':'message','content':[],'stop_reason':'refusal'}"))
        .isEqualTo(FLAGGED);
    assertThat(
            inSuccess(
                "{'type':'message','content':[],'stop_reason':'model_context_window_exceeded'}"))
        .isEqualTo(TOO_LONG);
    assertThat(inSuccess("{'type':'message','content':[],'stop_reason':'pause_turn'}"))
        .isEqualTo(GARBLED);
    assertThat(inSuccess("{'choices':[{'finish_reason':'sensitive','message':{'content':''}}]}"))
        .isEqualTo(FLAGGED);
    assertThat(inSuccess("{'choices':[],'prompt_feedback':{'block_reason':'PROHIBITED_CONTENT'}}"))
        .isEqualTo(FLAGGED);
  }

  @Test
  void words_that_came_to_their_end_are_no_fault_whatever_stands_beside_them() {
    assertThat(
            inSuccess(
                "{'choices':[{'finish_reason':'stop','message':{'content':'{}'}}],'error':null}"))
        .isNull();
    assertThat(
            inSuccess(
                "{'choices':[{'finish_reason':'stop','message':{'content':'The error: rate"
                    + " limit'},'error':{'message':'x'}}]}"))
        .isNull();
    assertThat(
            inSuccess(
                "{'type':'message','content':[{'type':'text','text':'overloaded'}],'stop_reason':'end_turn'}"))
        .isNull();
    assertThat(inSuccess("{'id':")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'message':'Please try again in 7m12s.'} | PT7M12S",
        "{'message':'Please try again in 9m38.016s. Need more?'} | PT9M38.016S",
        "{'message':'Please try again in 800ms.'} | PT0.8S",
        "{'message':'Please retry after 24 seconds.'} | PT24S",
        "{'message':'Please wait 75453 seconds before retrying.'} | PT20H57M33S",
        "{'message':'You will regain access on 2026-03-03 at 00:00 UTC.'} | PT18H",
        "{'error':'Model m is currently loading','estimated_time':20.0} | PT20S",
        "{'details':[{'retryDelay':'38s'}]} | PT38S",
        "{'metadata':{'headers':{'X-RateLimit-Reset':'1772434800000'}}} | PT1H",
      })
  void the_body_says_when_to_come_again(String body, String wait) {
    assertThat(Told.of(429, body.replace('\'', '"'), NOW).again()).isEqualTo(Duration.parse(wait));
  }

  @Test
  void a_body_that_names_no_time_names_none() {
    assertThat(Told.of(429, "Limit 200 requests, Used 200.", NOW).again()).isNull();
  }

  @Test
  void what_stands_behind_a_gateway_is_quoted_rather_than_the_gateway() {
    String body =
        "{'error':{'message':'Provider returned error','code':429,'metadata':{'raw':'the pool of m"
            + " is empty'}}}";
    assertThat(Told.of(429, body.replace('\'', '"'), NOW).sentence())
        .isEqualTo("the pool of m is empty");
    assertThat(
            Told.of(
                    422,
                    "{\"detail\":[{\"loc\":[\"body\",\"seed\"],\"msg\":\"Extra inputs\"}]}",
                    NOW)
                .sentence())
        .isEqualTo("body.seed: Extra inputs");
  }
}
