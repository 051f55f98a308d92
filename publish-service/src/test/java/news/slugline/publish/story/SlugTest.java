package news.slugline.publish.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Harbour bridge opens          | harbour-bridge-opens
            'The mayor''s “yes”: 50% more' | the-mayors-yes-50-more
            Über São Paulo                | über-são-paulo
            橋が開通                       | 橋が開通
            ../../etc/passwd              | etc-passwd
            '?!'                          | ''
            """)
    void keepsLettersAndDigitsOfAnyScript(String words, String slug) {
        assertThat(Slug.of(words)).isEqualTo(slug);
    }

    @Test
    void cutsLongWordsBetweenWordsAndNeverInsideACharacter() {
        assertThat(Slug.of("word ".repeat(40))).hasSizeLessThanOrEqualTo(80).endsWith("-word");
        assertThat(Slug.of("𠀀".repeat(100))).isEqualTo("𠀀".repeat(80));
    }

    @Test
    void givesAStoryTheSameShortIdEveryTime() {
        assertThat(StoryId.of("urn:test:1")).matches("[0-9a-z]{1,13}").isEqualTo(StoryId.of("urn:test:1"));
        assertThat(StoryId.of("urn:test:1")).isNotEqualTo(StoryId.of("urn:test:2"));
    }
}
