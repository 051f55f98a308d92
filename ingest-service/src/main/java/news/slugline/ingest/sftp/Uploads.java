package news.slugline.ingest.sftp;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import news.slugline.ingest.copy.Ingestion;
import news.slugline.ingest.folder.Marks;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/**
 * Keeps uploads from the hot folder until the client has closed them, and clients from what is not theirs to touch.
 *
 * <p>An upload that is cut off keeps its mark, and is never taken; sent again under its name, it is.
 */
final class Uploads implements SftpEventListener {

    @Override
    public void opening(ServerSession session, String remoteHandle, Handle handle) throws IOException {
        guard(handle.getFile());
        if (isWritten(handle)) {
            Marks.uploading(handle.getFile());
        }
    }

    @Override
    public void writing(
            ServerSession session, String remoteHandle, FileHandle handle, long offset, byte[] data, int at, int length)
            throws IOException {
        // a byte more than is taken is enough to have it refused with a reason
        if (offset + length > Ingestion.MAX_COPY_BYTES + 1024L) {
            throw new IOException("a piece of copy has at most " + Ingestion.MAX_COPY_BYTES + " bytes");
        }
    }

    @Override
    public void closed(ServerSession session, String remoteHandle, Handle handle, Throwable thrown) throws IOException {
        if (thrown == null && isWritten(handle)) {
            Marks.uploaded(handle.getFile());
        }
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
        guard(from);
        guard(to);
    }

    @Override
    public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown)
            throws IOException {
        if (thrown == null && Files.isRegularFile(to)) {
            Marks.moved(from, to);
        }
    }

    @Override
    public void removing(ServerSession session, Path path, boolean isDirectory) throws IOException {
        guard(path);
    }

    @Override
    public void creating(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        guard(path);
    }

    @Override
    public void linking(ServerSession session, Path source, Path target, boolean isSymbolic) throws IOException {
        throw new AccessDeniedException("links are not made here");
    }

    /** What is in hand is the service's, and so are its marks. */
    private static void guard(Path path) throws IOException {
        for (Path name : path) {
            if (name.toString().equals(".taking") || Marks.isMark(name.toString())) {
                throw new AccessDeniedException(path.toString());
            }
        }
    }

    private static boolean isWritten(Handle handle) {
        return handle instanceof FileHandle file
                && (file.getOpenOptions().contains(StandardOpenOption.WRITE)
                        || file.getOpenOptions().contains(StandardOpenOption.APPEND));
    }
}
