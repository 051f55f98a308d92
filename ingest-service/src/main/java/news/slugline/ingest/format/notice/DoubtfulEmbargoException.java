package news.slugline.ingest.format.notice;

/** An embargo can be read in two ways. Never leaves this package. */
final class DoubtfulEmbargoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    DoubtfulEmbargoException(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
