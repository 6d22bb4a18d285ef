package dev.mldigest.extract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.commonmark.internal.util.Escaping;

/** How sites set a formula: its source, and around or instead of it the drawing. */
enum MathMarkup {
  PLAIN {
    @Override
    String inline(String tex) {
      return "\\(" + escape(tex) + "\\)";
    }

    @Override
    String display(String tex) {
      return "<p>$$" + escape(tex) + "$$</p>";
    }
  },
  PANDOC {
    @Override
    String inline(String tex) {
      return "<span class=\"math inline\">\\(" + escape(tex) + "\\)</span>";
    }

    @Override
    String display(String tex) {
      return "<p><span class=\"math display\">\\[\n" + escape(tex) + "\n\\]</span></p>";
    }
  },
  ARITHMATEX {
    @Override
    String inline(String tex) {
      return "<span class=\"arithmatex\">\\(" + escape(tex) + "\\)</span>";
    }

    @Override
    String display(String tex) {
      return "<div class=\"arithmatex\">\\[" + escape(tex) + "\\]</div>";
    }
  },
  GITHUB {
    @Override
    String inline(String tex) {
      return "<math-renderer class=\"js-inline-math\" style=\"display: inline-block\">$"
          + escape(tex)
          + "$</math-renderer>";
    }

    @Override
    String display(String tex) {
      return "<math-renderer class=\"js-display-math\" style=\"display: block\">$$"
          + escape(tex)
          + "$$</math-renderer>";
    }
  },
  SUBSTACK {
    @Override
    String inline(String tex) {
      return "$" + escape(tex) + "$";
    }

    @Override
    String display(String tex) {
      String json = tex.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
      return "<div class=\"latex-rendered\" data-attrs=\"{&quot;persistentExpression&quot;:&quot;"
          + escape(json)
          + "&quot;,&quot;id&quot;:&quot;QKVMKR&quot;}\""
          + " data-component-name=\"LatexBlockToDOM\"></div>";
    }
  },
  MATHJAX2 {
    @Override
    String inline(String tex) {
      return "<span class=\"MathJax_Preview\"></span><span class=\"MathJax\""
          + " id=\"MathJax-Element-1-Frame\" tabindex=\"0\" role=\"presentation\"><nobr><span"
          + " class=\"math\">"
          + drawn(tex)
          + "</span></nobr><span class=\"MJX_Assistive_MathML\" role=\"presentation\"><math>"
          + mathMl(tex)
          + "</math></span></span><script type=\"math/tex\" id=\"MathJax-Element-1\">"
          + tex
          + "</script>";
    }

    @Override
    String display(String tex) {
      return "<div class=\"math notranslate nohighlight\"><span class=\"MathJax_Preview\"></span>"
          + "<div class=\"MathJax_Display\"><span class=\"MathJax\"><nobr>"
          + drawn(tex)
          + "</nobr></span></div><script type=\"math/tex; mode=display\">"
          + tex
          + "</script></div>";
    }
  },
  MATHJAX3 {
    @Override
    String inline(String tex) {
      return container(tex, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">", "");
    }

    @Override
    String display(String tex) {
      return "<p>"
          + container(
              tex,
              "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">",
              " display=\"true\"")
          + "</p>";
    }

    private String container(String tex, String math, String attribute) {
      return "<mjx-container class=\"MathJax\" jax=\"CHTML\" tabindex=\"0\""
          + attribute
          + "><mjx-math class=\"MJX-TEX\" aria-hidden=\"true\"><mjx-mi class=\"mjx-i\">"
          + drawn(tex)
          + "</mjx-mi></mjx-math><mjx-assistive-mml unselectable=\"on\">"
          + math
          + semantics(tex)
          + "</math></mjx-assistive-mml></mjx-container>";
    }
  },
  KATEX {
    @Override
    String inline(String tex) {
      return katex(tex, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">");
    }

    @Override
    String display(String tex) {
      return "<p><span class=\"katex-display\">"
          + katex(tex, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">")
          + "</span></p>";
    }

    private String katex(String tex, String math) {
      return "<span class=\"katex\"><span class=\"katex-mathml\">"
          + math
          + semantics(tex)
          + "</math></span><span class=\"katex-html\" aria-hidden=\"true\"><span"
          + " class=\"base\"><span class=\"strut\" style=\"height:1em;\"></span><span"
          + " class=\"mord mathnormal\">"
          + drawn(tex)
          + "</span></span></span></span>";
    }
  },
  IMAGE {
    @Override
    String inline(String tex) {
      return "<img src=\"https://pictures.example/latex.php?latex="
          + URLEncoder.encode(tex, StandardCharsets.UTF_8)
          + "&bg=ffffff\" alt=\""
          + escape(tex)
          + "\" title=\""
          + escape(tex)
          + "\" class=\"latex\" />";
    }

    @Override
    String display(String tex) {
      return "<p align=\"center\">" + inline("\\displaystyle " + tex) + "</p>";
    }
  };

  static MathMarkup named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  abstract String inline(String tex);

  abstract String display(String tex);

  String escape(String tex) {
    return Escaping.escapeHtml(tex);
  }

  /** What a drawing leaves of a formula when it is read as text. */
  String drawn(String tex) {
    return escape(tex.replaceAll("[^A-Za-z0-9]+", "")) + "drawnhere";
  }

  String mathMl(String tex) {
    return "<mrow><mi>" + drawn(tex) + "</mi></mrow>";
  }

  String semantics(String tex) {
    return "<semantics>"
        + mathMl(tex)
        + "<annotation encoding=\"application/x-tex\">"
        + escape(tex)
        + "</annotation></semantics>";
  }
}
