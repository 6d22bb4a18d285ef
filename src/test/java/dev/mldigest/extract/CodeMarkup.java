package dev.mldigest.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.internal.util.Escaping;

/** How sites and their highlighters set a block of code: spans, gutters, buttons and all. */
enum CodeMarkup {
  SHIKI("style=\"color: var(--shiki-token-%s)\"") {
    @Override
    String html(String code, String language) {
      return "<div class=\"highlighted_code_block\" data-attrs=\"{&quot;language&quot;:&quot;"
          + language
          + "&quot;,&quot;nodeId&quot;:&quot;17b0&quot;}\""
          + " data-component-name=\"HighlightedCodeBlockToDOM\"><pre class=\"shiki\"><code"
          + named(" class=\"language-", language, "\"")
          + ">"
          + tokens(code)
          + "</code></pre></div>";
    }
  },
  MEDIUM("class=\"hljs-%s\"") {
    @Override
    String language(String language) {
      return "";
    }

    @Override
    String html(String code, String language) {
      return "<pre class=\"hq hr hs ht hu oj ok ol bp om bb bk\"><span id=\"f00d\" class=\"on gz ha"
          + " be ok b bf oo op l oq or\" data-selectable-paragraph=\"\">"
          + tokens(chomp(code)).replace("\n", "<br>")
          + "</span></pre>";
    }
  },
  GITHUB("class=\"pl-%s\"") {
    @Override
    String language(String language) {
      return switch (language) {
        case "bash" -> "shell";
        case "javascript" -> "js";
        case "markdown" -> "md";
        default -> language;
      };
    }

    @Override
    String html(String code, String language) {
      String name = language(language);
      String scope = name.equals("md") ? "text-md" : "source-" + name;
      String copy =
          "<div class=\"zeroclipboard-container\"><clipboard-copy aria-label=\"Copy\" value=\""
              + Escaping.escapeHtml(code)
              + "\"><svg class=\"octicon\"></svg></clipboard-copy></div>";
      return "<div class=\"highlight highlight-"
          + scope
          + " notranslate position-relative overflow-auto\" dir=\"auto\"><pre>"
          + tokens(chomp(code))
          + "</pre>"
          + copy
          + "</div>";
    }
  },
  BLOB("class=\"pl-%s\"") {
    @Override
    String html(String code, String language) {
      return "<div itemprop=\"text\" class=\"Box-body p-0 blob-wrapper data type-"
          + language
          + "\"><table class=\"highlight tab-size js-file-line-container\" data-tab-size=\"8\">"
          + "<tbody>"
          + lines(
              code,
              "<tr><td id=\"L%1$d\" class=\"blob-num js-line-number\" data-line-number=\"%1$d\">"
                  + "</td><td id=\"LC%1$d\" class=\"blob-code blob-code-inner js-file-line\">%2$s"
                  + "</td></tr>\n",
              "\n")
          + "</tbody></table></div>";
    }
  },
  PYGMENTS("class=\"%s\"") {
    @Override
    String html(String code, String language) {
      return "<div class=\"highlight-"
          + language
          + " notranslate\"><div class=\"highlight\"><pre><span></span>"
          + tokens(code)
          + "</pre></div>\n</div>";
    }
  },
  PYGMENTS_TABLE("class=\"%s\"") {
    @Override
    String html(String code, String language) {
      String numbers =
          numbers(code, "<span class=\"normal\"><a href=\"#__codelineno-0-%1$d\">%1$2d</a></span>");
      return "<div class=\"language-"
          + language
          + " highlight\"><table class=\"highlighttable\"><tbody><tr><td class=\"linenos\"><div"
          + " class=\"linenodiv\"><pre><span></span>"
          + numbers
          + "</pre></div></td><td class=\"code\"><div><pre id=\"__code_0\"><span></span><button"
          + " class=\"md-clipboard md-icon\" title=\"Copy to clipboard\"></button><code>"
          + lines(
              code,
              "<span id=\"__span-0-%1$d\"><a id=\"__codelineno-0-%1$d\""
                  + " name=\"__codelineno-0-%1$d\"></a>%2$s\n</span>",
              "")
          + "</code></pre></div></td></tr></tbody></table></div>";
    }
  },
  PRISM("class=\"token %s\" style=\"color:#f00\"") {
    @Override
    String html(String code, String language) {
      String line =
          "<span class=\"token-line codeLine_lJS_\" style=\"color:#F8F8F2\"><span"
              + " class=\"codeLineNumber_Tfdd\"></span><span"
              + " class=\"codeLineContent_feaV\">%2$s</span><br></span>";
      return "<div class=\"language-"
          + language
          + " codeBlockContainer_Ckt0 theme-code-block\"><div"
          + " class=\"codeBlockContent_QJqH\"><pre tabindex=\"0\" class=\"prism-code language-"
          + language
          + " codeBlock_bY9V thin-scrollbar\"><code class=\"codeBlockLinesWithNumbering_o6Pm\">"
          + lines(code, line, "<span class=\"token plain\" style=\"display:inline-block\"></span>")
          + "</code></pre><div class=\"buttonGroup__atx\"><button type=\"button\" aria-label=\"Copy"
          + " code to clipboard\">Copy</button></div></div></div>";
    }
  },
  PRISM_PRE("class=\"token %s\"") {
    @Override
    String html(String code, String language) {
      String rows =
          "<span aria-hidden=\"true\" class=\"line-numbers-rows\">"
              + numbers(code, "<span></span>").replace("\n", "")
              + "</span>";
      return "<div class=\"code-toolbar\"><pre class=\"wp-block-code line-numbers language-"
          + language
          + "\" tabindex=\"0\"><code class=\"language-"
          + language
          + "\">"
          + tokens(code)
          + rows
          + "</code></pre><div class=\"toolbar\"><div class=\"toolbar-item\"><span>Language "
          + language
          + "</span></div><div class=\"toolbar-item\"><button"
          + " class=\"copy-to-clipboard-button\"><span>Copy</span></button></div></div></div>";
    }
  },
  RUSTDOC("class=\"%s\"") {
    @Override
    String html(String code, String language) {
      String names =
          language.equals("rust") ? "rust rust-example-rendered" : "language-" + language;
      return "<div class=\"example-wrap\"><pre class=\""
          + names
          + "\"><code>"
          + tokens(code)
          + "</code></pre><div class=\"button-holder\"><a class=\"test-arrow\""
          + " href=\"https://play.example/?code=x\"></a><button class=\"copy-button\""
          + " title=\"Copy code to clipboard\"></button></div></div>";
    }
  },
  NOTEBOOK("class=\"%s\"") {
    @Override
    String html(String code, String language) {
      if (!language.equals("python")) {
        return "<pre><code class=\"language-" + language + "\">" + tokens(code) + "</code></pre>";
      }
      return "</div></div></div></div><div class=\"jp-Cell jp-CodeCell jp-Notebook-cell\"><div"
          + " class=\"jp-Cell-inputWrapper\" tabindex=\"0\"><div class=\"jp-InputArea"
          + " jp-Cell-inputArea\"><div class=\"jp-InputPrompt jp-InputArea-prompt\">In&nbsp;[3]:"
          + "</div><div class=\"jp-CodeMirrorEditor jp-Editor jp-InputArea-editor\""
          + " data-type=\"inline\"><div class=\"cm-editor cm-s-jupyter\"><div class=\"highlight"
          + " hl-ipython3\"><pre><span></span>"
          + tokens(code)
          + "</pre></div></div></div></div></div></div><div class=\"jp-Cell jp-MarkdownCell"
          + " jp-Notebook-cell\"><div class=\"jp-Cell-inputWrapper\"><div class=\"jp-InputArea"
          + " jp-Cell-inputArea\"><div class=\"jp-InputPrompt jp-InputArea-prompt\"></div><div"
          + " class=\"jp-RenderedHTMLCommon jp-RenderedMarkdown jp-MarkdownOutput\">";
    }
  },
  COLAB("class=\"mtk-%s\"") {
    @Override
    String html(String code, String language) {
      // Its colouring sets every blank as a no-break space.
      String lines =
          tokens(chomp(code))
              .replace("\n", "<br/>")
              .replace("<span class", "<span\u0000class")
              .replace(" ", "&nbsp;")
              .replace('\u0000', ' ');
      return "<div class=\"cell code\"><div class=\"cell-gutter\"><div class=\"execution-count\">"
          + "[ ]</div></div><div class=\"editor flex lite\"><pre class=\"monaco-colorized"
          + " colab-lazy\" data-lang=\""
          + language
          + "\"><span>"
          + lines
          + "</span></pre></div></div>";
    }
  },
  QUARTO("class=\"%s\"") {
    @Override
    String html(String code, String language) {
      String line =
          "<span id=\"cb1-%1$d\"><a href=\"#cb1-%1$d\" aria-hidden=\"true\" tabindex=\"-1\"></a>"
              + "%2$s</span>\n";
      return "<div class=\"sourceCode\" id=\"cb1\"><pre class=\"sourceCode "
          + language
          + " code-with-copy\"><code class=\"sourceCode "
          + language
          + "\">"
          + lines(code, line, "")
          + "</code><button title=\"Copy to Clipboard\" class=\"code-copy-button\"><i"
          + " class=\"bi\"></i></button></pre></div>";
    }
  },
  CHROMA_TABLE("class=\"%s\"") {
    @Override
    String html(String code, String language) {
      return "<div class=\"highlight\"><div class=\"chroma\">\n<table class=\"lntable\"><tr><td"
          + " class=\"lntd\">\n<pre tabindex=\"0\" class=\"chroma\"><code>"
          + numbers(code, "<span class=\"lnt\">%1$2d</span>")
          + "</code></pre></td>\n<td class=\"lntd\">\n<pre tabindex=\"0\" class=\"chroma\"><code"
          + " class=\"language-"
          + language
          + "\" data-lang=\""
          + language
          + "\">"
          + lines(code, "<span class=\"line\"><span class=\"cl\">%2$s\n</span></span>", "")
          + "</code></pre></td></tr></table>\n</div>\n</div>";
    }
  },
  ROUGE("class=\"%s\"") {
    @Override
    String html(String code, String language) {
      return "<div class=\"language-"
          + language
          + " highlighter-rouge\"><div class=\"highlight\"><pre class=\"highlight\"><code><table"
          + " class=\"rouge-table\"><tbody><tr><td class=\"rouge-gutter gl\"><pre"
          + " class=\"lineno\">"
          + numbers(code, "%1$d")
          + "\n</pre></td><td class=\"rouge-code\"><pre>"
          + tokens(code)
          + "</pre></td></tr></tbody></table></code></pre></div></div>";
    }
  },
  HLJS("class=\"hljs-%s\"") {
    @Override
    String html(String code, String language) {
      String line =
          "<tr><td class=\"hljs-ln-line hljs-ln-numbers\" data-line-number=\"%1$d\"><div"
              + " class=\"hljs-ln-n\" data-line-number=\"%1$d\"></div></td><td"
              + " class=\"hljs-ln-line hljs-ln-code\" data-line-number=\"%1$d\">%2$s</td></tr>";
      return "<pre><code class=\"hljs "
          + language
          + "\"><table class=\"hljs-ln\"><tbody>"
          + lines(code, line, "")
          + "</tbody></table></code></pre>";
    }
  };

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\b(?:def|return|for|in|if|fn|let|self|function|const)\\b|\"[^\"\\n]*\"|\\d+");
  private static final Map<Boolean, String> CLASSES = Map.of(true, "s2", false, "k");
  private final String span;

  CodeMarkup(String span) {
    this.span = span;
  }

  static CodeMarkup named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * The block as HTML.
   *
   * @param code with a line break at its end
   */
  abstract String html(String code, String language);

  /** The name by which the markup knows a language, empty if it names none. */
  String language(String language) {
    return language;
  }

  /** Code with its keywords, strings and numbers in spans. */
  String tokens(String code) {
    return TOKEN.matcher(Escaping.escapeHtml(code).replace("&quot;", "\"")).replaceAll(this::token);
  }

  private String token(MatchResult match) {
    String name = CLASSES.getOrDefault(match.group().startsWith("\""), "k");
    String html = "<span " + span.formatted(name) + ">" + match.group() + "</span>";
    return java.util.regex.Matcher.quoteReplacement(html);
  }

  /**
   * Every line in markup of its own.
   *
   * @param format of the line's number and its HTML
   */
  String lines(String code, String format, String empty) {
    List<String> lines = chomp(code).lines().toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> {
          String line = lines.get(i);
          return format.formatted(i + 1, line.isEmpty() ? empty : tokens(line));
        })
        .collect(Collectors.joining());
  }

  String numbers(String code, String format) {
    return IntStream.rangeClosed(1, (int) chomp(code).lines().count())
        .mapToObj(format::formatted)
        .collect(Collectors.joining("\n"));
  }

  String chomp(String code) {
    return code.substring(0, code.length() - 1);
  }

  String named(String before, String language, String after) {
    return language.isEmpty() ? "" : before + language + after;
  }
}
