package news.slugline.ingest.format.text;

/** One way to tell what a line is. */
@FunctionalInterface
interface Rule {

    /** Takes the open lines that this rule is sure of, and leaves all others alone. */
    void apply(Page page);
}
