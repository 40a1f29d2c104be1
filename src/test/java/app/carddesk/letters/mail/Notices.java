package app.carddesk.letters.mail;

/** Notices of delivery in the shapes that mail systems give them; every word of them is made up here. */
public final class Notices {

    private Notices() {}

    /** As most mail systems write them (RFC 3464), with the whole mail that came back. */
    public static String report(String identifier, String action, String status, String diagnostic, String returned) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
                To: support@example.com
                Subject: Undelivered Mail Returned to Sender
                Date: Mon, 2 Nov 2026 10:00:00 +0100
                Message-ID: <notice-1@mx.example.net>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="cut"

                --cut
                Content-Type: text/plain; charset=us-ascii

                This is the mail system. Your mail could not be handed on.

                --cut
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net
                Arrival-Date: Mon, 2 Nov 2026 09:59:00 +0100

                Final-Recipient: rfc822; ida@example.com
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; %s

                --cut
                Content-Type: message/rfc822

                Message-ID: %s
                From: support@example.com
                To: ida@example.com
                Subject: Your replacement

                %s
                --cut--
                """.formatted(action, status, diagnostic, identifier, returned);
    }

    /** With the headers alone, and the status only in its own words. */
    public static String headersOnly(String identifier) {
        return """
                From: postmaster@corp.example
                To: support@example.com
                Subject: Undeliverable: Your replacement
                Date: Mon, 2 Nov 2026 10:00:00 +0100
                MIME-Version: 1.0
                Content-Type: multipart/report; boundary=b; report-type="delivery-status"

                --b
                Content-Type: text/html; charset=utf-8

                <p>Your message could not be delivered.</p>
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns;corp.example

                Final-recipient: RFC822;ida@example.com
                Action: failed
                Status: 5.0.0
                Diagnostic-code: smtp;550 5.2.2 <ida@example.com>: over quota
                --b
                Content-Type: text/rfc822-headers

                Received: from desk.example.com
                Message-ID:
                 %s
                --b--
                """.formatted(identifier);
    }

    /** An old one: words, and below them a copy of the whole mail. */
    public static String words(String subject, String reason, String identifier, String returned) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@old.example.org
                To: support@example.com
                Subject: %s
                Date: Mon, 2 Nov 2026 10:00:00 +0100

                Hi. This is the program at old.example.org.
                %s

                --- Below this line is a copy of the message.

                Return-Path: <support@example.com>
                Message-ID: %s
                Subject: Your replacement

                %s
                """.formatted(subject, reason, identifier, returned);
    }

    /** Somebody is on holiday. */
    public static String holiday(String identifier) {
        return """
                Return-Path: <>
                From: Ida <ida@example.com>
                To: support@example.com
                Subject: Away: Your replacement
                Date: Mon, 2 Nov 2026 10:00:00 +0100
                In-Reply-To: %s
                Auto-Submitted: auto-replied

                I am back on Monday. For 5.1.1 questions ask 550 somebody else.
                """.formatted(identifier);
    }
}
