import HeedModel
import Testing

@testable import MailNetwork

/// What mails say whose words come as HTML, as the large programs write it.
@Suite struct SaidTextTests {
  @Test(arguments: [
    (
      """
      <div dir="ltr">It rings <b>now</b>, thanks.<div><br></div><div>Ana</div></div>\
      <br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">\
      On Tue, 3 Mar 2026 at 14:05, Widget Shop &lt;<a href="mailto:help@shop.example">\
      help@shop.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">\
      <div>Does it ring?</div></blockquote></div>
      """, "It rings now, thanks.\n\nAna"
    ),
    (
      """
      <html><body><div class=WordSection1><p class=MsoNormal>It rings now.<o:p></o:p>\
      </p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div>\
      <div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>\
      From:</b> Widget Shop &lt;help@shop.example&gt; <br><b>Sent:</b>\
       Tuesday, March 3, 2026 2:05 PM<br><b>To:</b> Ana<br><b>Subject:</b>\
       RE: Bell<o:p></o:p></p></div></div><p class=MsoNormal>Does it ring?</p></div>\
      </body></html>
      """, "It rings now."
    ),
    (
      """
      <div>It rings now.</div><div id="appendonsend"></div>\
      <hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><font><b>\
      Von:</b> Shop &lt;help@shop.example&gt;<br><b>Gesendet:</b>\
       Dienstag, 3. März 2026<br><b>An:</b> Ana<br><b>Betreff:</b> Klingel</font><div>\
      &nbsp;</div></div><div>Läutet sie?</div>
      """, "It rings now."
    ),
    (
      """
      <html><body>It rings now.<br id="lineBreakAtBeginningOfSignature">\
      <div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br>\
      <blockquote type="cite">\
      On 3 Mar 2026, at 14:05, Widget Shop &lt;help@shop.example&gt; wrote:<br><br>\
      </blockquote></div><blockquote type="cite"><div dir="ltr">\
      Does it ring?</div></blockquote></body></html>
      """, "It rings now."
    ),
    (
      """
      <p>See below.</p><div class="moz-cite-prefix">\
      Am 03.03.26 um 14:05 schrieb Widget Shop:<br></div><blockquote type="cite"><p>\
      Does it ring?</p></blockquote><p>Yes.</p><blockquote type="cite"><p>Blue?</p>\
      </blockquote><p>Green.</p><div class="moz-signature">-- <br>Ana</div>
      """, "See below.\n\n> Does it ring?\n\nYes.\n\n> Blue?\n\nGreen."
    ),
    (
      """
      <p>Three things:</p><ul><li>one</li><li>two <a href="https://a.example">\
      there</a></li></ul><p>Ana</p>
      """, "Three things:\n\n- one\n- two there\n\nAna"
    ),
    (
      """
      <blockquote>all of it</blockquote>
      """, "> all of it"
    ),
    (
      """
      <div><div>It rings now.</div><div><br></div></div><div id="yahoo_quoted"><div>\
      <div>\
      On Tuesday, 3 March 2026 at 14:05:00 GMT+1, Widget Shop &lt;help@shop.example&gt; wrote:</div>\
      <div><br></div><div><div>Does it ring?<br></div></div></div></div>
      """, "It rings now."
    ),
  ])
  func whatWasSaidBeforeGoesFromHTMLToo(html: String, words: String) {
    var mail = MailMessage()
    mail.pieces = [.init(plain: nil, html: html)]
    #expect(SaidText.text(of: mail).plain == words)
  }

  @Test func thePlainReadingIsTakenUnlessItOnlySaysThatThereIsAnother() {
    var mail = MailMessage()
    mail.pieces = [.init(plain: "It *rings*.", html: "<p>It <b>rings</b>.</p>")]
    #expect(SaidText.text(of: mail).plain == "It *rings*.")
    let page = String(repeating: "<p>Many words of a page that says it all.</p>", count: 20)
    mail.pieces = [.init(plain: "Your program cannot show this mail.", html: page)]
    #expect(SaidText.text(of: mail).plain.hasPrefix("Many words"))
    mail.pieces = [.init(plain: " ", html: "<p>Words</p>")]
    #expect(SaidText.text(of: mail).plain == "Words")
  }

  @Test func whatWasForwardedStaysAsAQuote() {
    var mail = MailMessage()
    mail.pieces = [
      .init(
        plain: """
          See below.

          ---------- Forwarded message ---------
          From: Bo <bo@b.example>
          Date: 3 Mar 2026
          Subject: Bell
          To: Ana

          It is loud.
          """, html: nil)
    ]
    #expect(SaidText.text(of: mail).plain == "See below.\n\n> It is loud.")
  }
}
