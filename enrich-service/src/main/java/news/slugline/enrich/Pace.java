package news.slugline.enrich;

import java.time.Duration;

/** How much time the steps of an article are given. */
enum Pace {
    /** A reader waits: what can wait is left for later. */
    PROMPT(1),
    /** The text has gone on: everything is done, and may take several times as long. */
    PATIENT(6);

    private final int factor;

    Pace(int factor) {
        this.factor = factor;
    }

    Duration of(Duration budget) {
        return budget.multipliedBy(factor);
    }
}
