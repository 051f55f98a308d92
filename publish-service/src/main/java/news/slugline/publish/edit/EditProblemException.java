package news.slugline.publish.edit;

/** An editor asks for what cannot be done; the message says why and what to do. */
final class EditProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EditProblemException(String message) {
        super(message);
    }
}
