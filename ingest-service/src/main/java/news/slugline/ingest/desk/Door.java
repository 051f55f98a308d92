package news.slugline.ingest.desk;

/** A way in for copy. The constants are the words that receipts, metrics and settings use. */
public enum Door {
    /** A request to this service. */
    http,
    /** A file in the desk's hot folder. */
    folder,
    /** A file in the desk's SFTP drop box. */
    sftp,
    /** A feed that is polled for the desk. */
    feed,
    /** A mail to the desk's mailbox. */
    mail,
    /** The desk page in the browser. */
    desk
}
