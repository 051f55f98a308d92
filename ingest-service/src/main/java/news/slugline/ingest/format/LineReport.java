package news.slugline.ingest.format;

/**
 * Which rule took a line of the copy, and what for.
 *
 * @param line counted from 1
 * @param text the line as it was read
 * @param rule the name of the rule
 * @param field what the line became: a field of the article, {@code furniture} or {@code blank}
 */
public record LineReport(int line, String text, String rule, String field) {}
