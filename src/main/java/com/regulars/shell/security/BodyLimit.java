package com.regulars.shell.security;

import com.regulars.shell.errors.SecurityAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * What a request may bring before anybody knows who sends it: two megabytes, and no files but where files are imported.
 * Files of imports have a limit of their own and are not taken in before their sender is known, see {@link UploadGate}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
@RequiredArgsConstructor
class BodyLimit extends OncePerRequestFilter {

    static final int MOST_BYTES = 2 << 20;

    /** Asked for only when needed: filters are made before the database is there. */
    private final ObjectProvider<SecurityAnswers> answers;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean files = Uploads.isMultipart(request);
        if (files && Uploads.areWelcome(request)) {
            chain.doFilter(request, response);
        } else if (files) {
            answers.getObject().refuse(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, request, response);
        } else if (request.getContentLengthLong() > MOST_BYTES) {
            answers.getObject().refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, request, response);
        } else {
            chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request) : request, response);
        }
    }

    /** A request that does not say how long it is. */
    private static final class Counted extends HttpServletRequestWrapper {

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }
    }

    @RequiredArgsConstructor
    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long bytes;

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int some = body.read(target, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) {
            bytes += more;
            if (bytes > MOST_BYTES) {
                throw new MaxUploadSizeExceededException(MOST_BYTES);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
