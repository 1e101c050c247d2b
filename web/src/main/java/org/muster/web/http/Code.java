package org.muster.web.http;

import java.util.Locale;

/// What may go wrong with a request, by a word that programs can go by.
public enum Code {
    /// Asked under another name than this machine's.
    HOST(403, "asked under a name that is not this machine's"),
    /// Sent or embedded by a page of another site.
    FOREIGN_SITE(403, "sent by a page of another site"),
    /// The request itself cannot be read.
    PARAMETER(400, "the address or the form cannot be understood"),
    /// No such page.
    NO_PAGE(404, "there is no such page"),
    /// The folder, mission, member or job that the address names is not there.
    NOT_KNOWN(404, "the address names something that is not there"),
    /// A page asked for in a way that it does not answer.
    METHOD(405, "the page does not answer this method"),
    /// Sent to be written, where nothing is written.
    READ_ONLY(403, "nothing is written here"),
    /// What is asked does not fit where the thing stands.
    CONFLICT(409, "what is asked does not fit where the thing stands"),
    /// What is to be changed has changed since it was shown.
    STALE(412, "what is to be changed has changed meanwhile"),
    /// More than a request may hold.
    TOO_LARGE(413, "the request is larger than 4 MiB"),
    /// The question cannot be put to what the folder or the game holds.
    REFUSED(422, "the question cannot be answered as asked"),
    /// As much as this machine does at a time is being worked out.
    BUSY(429, "too much is being worked out at this moment"),
    /// A mistake in Muster.
    MISTAKE(500, "a mistake in Muster itself"),
    /// The answer takes more memory than is allowed.
    MEMORY(503, "the answer takes more memory than is allowed");

    private final int status;
    private final String title;

    Code(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// The status of the reply.
    public int status() {
        return status;
    }

    /// What it means, whatever was asked.
    public String title() {
        return title;
    }

    /// The word in replies.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
