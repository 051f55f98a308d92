package news.slugline.monitor;

/**
 * What one desk handed in, held against what came out; the two must add up.
 *
 * @param inFlight received and not settled yet: drains to zero
 */
public record Balance(
        String desk,
        long received,
        long published,
        long held,
        long superseded,
        long duplicate,
        long killed,
        long rejected,
        long failed,
        long inFlight) {}
