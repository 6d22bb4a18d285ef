package dev.mldigest.page.view;

import java.util.List;

/**
 * A form as its readers get it.
 *
 * @param form that is shown
 * @param forms that can be shown
 * @param width "phone" or "wide"
 * @param scheme "light" or "dark"
 */
public record PreviewView(
    Frame frame, String title, String form, List<String> forms, String width, String scheme) {
  public PreviewView {
    forms = List.copyOf(forms);
  }

  public String address(String otherForm, String otherWidth, String otherScheme) {
    return "%s/preview/%s?width=%s&scheme=%s"
        .formatted(frame.base(), otherForm, otherWidth, otherScheme);
  }

  public String content() {
    return "%s/form/%s?scheme=%s".formatted(frame.base(), form, scheme);
  }
}
