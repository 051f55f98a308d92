package news.slugline.enrich.entity;

import java.util.Locale;

/** The kinds of words that tell what a name is: the sections of the word list. */
enum Cue {
    TITLE,
    TITLE_PREFIX,
    HONORIFIC,
    ORG_TAIL,
    ORG_HEAD,
    ORG_CONNECTOR,
    PLACE_HEAD,
    PLACE_TAIL,
    PLACE_PREPOSITION,
    PLACE_CUE,
    AMBIGUOUS_PLACE,
    ALWAYS_PLACE,
    SPEECH,
    KIN,
    DEMONYM,
    CALENDAR,
    NOT_NAME,
    CONNECTOR,
    GIVEN,
    FAMILY_FIRST,
    AGENCY,
    ORG_KNOWN;

    String section() {
        return "[" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "]";
    }

    /** True where upper and lower case matter. */
    boolean exact() {
        return this == AGENCY || this == ORG_KNOWN;
    }
}
