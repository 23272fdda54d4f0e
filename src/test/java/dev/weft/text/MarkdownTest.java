package dev.weft.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void textBecomesNothingElse() {
        assertThat(Markdown.escaped("[a](b) <i> *c* `d` e|f\ng\\"))
                .isEqualTo("\\[a\\](b) \\<i\\> \\*c\\* \\`d\\` e\\|f g\\\\");
    }

    @Test
    void codeHoldsBackticks() {
        assertThat(Markdown.code("old")).isEqualTo("`old`");
        assertThat(Markdown.code("a`b")).isEqualTo("`` a`b ``");
        assertThat(Markdown.code("a``b`c")).isEqualTo("``` a``b`c ```");
        assertThat(Markdown.code("a\n# b")).isEqualTo("`a # b`");
        assertThat(Markdown.code("")).isEqualTo("` `");
    }
}
