package news.slugline.ingest.format;

import java.util.List;

/**
 * One format that copy comes in.
 *
 * <p>Every method is a pure function of its arguments, takes hostile bytes, and throws nothing.
 */
interface Format {

    /** Whether this is the format: by what the bytes show first, by the declared type only where they show nothing. */
    boolean recognises(Payload payload);

    /**
     * The pieces that a collection holds, each of which stands by itself and can be read alone; the payload itself where
     * it is one piece, or cannot be taken apart.
     */
    default List<Payload> pieces(Payload payload) {
        return List.of(payload);
    }

    /** Reads one piece. */
    Reading read(Payload payload, Arrival arrival);
}
