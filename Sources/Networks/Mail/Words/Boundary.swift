/// Where a mail program put somebody else's mail.
struct Boundary {
  enum Kind { case introduction, original, forward }
  var kind: Kind
  /// The lines that only say so.
  var range: Range<Int>

  static func at(_ index: Int, in lines: [MailLine]) -> Boundary? {
    if let boundary = delimiter(at: index, in: lines) { return boundary }
    if let end = HeaderBlock.end(at: index, in: lines) {
      return Boundary(kind: .original, range: index..<end)
    }
    return Introduction.range(at: index, in: lines).map { Boundary(kind: .introduction, range: $0) }
  }

  /// `-----Original Message-----`, or a line that ends in a colon before the head of a mail.
  private static func delimiter(at index: Int, in lines: [MailLine]) -> Boundary? {
    let words = lines[index].trimmed.trimming("* ")
    let core = words.trimming("-_ ")
    let isDrawn =
      core.count + 6 <= words.count && (words.hasPrefix("---") || words.hasPrefix("___"))
    guard isDrawn || core.hasSuffix(":") || core.hasSuffix("："), core.count < 80 else { return nil }
    let head = nextHead(after: index, in: lines)
    let lower = core.lowercased()
    let forwards = Self.forwards.contains { lower.contains($0) }
    let originals = Self.originals.contains { lower.contains($0) }
    if isDrawn {
      guard forwards || originals || (head != nil && core.contains(where: \.isLetter)) else {
        return nil
      }
      return Boundary(kind: forwards ? .forward : .original, range: index..<(head ?? index + 1))
    }
    guard let head, forwards || originals else { return nil }
    return Boundary(kind: forwards ? .forward : .original, range: index..<head)
  }

  /// The end of the head of a mail that begins within the next few lines.
  private static func nextHead(after index: Int, in lines: [MailLine]) -> Int? {
    var next = index + 1
    while next < lines.count, next < index + 4, lines[next].kind == .blank { next += 1 }
    return next < lines.count ? HeaderBlock.end(at: next, in: lines) : nil
  }

  private static let forwards = [
    "forwarded", "weitergeleitet", "transféré", "transfere", "réexpédié", "reenviado", "reenviada",
    "encaminhad", "inoltrat", "doorgestuurd", "vidarebefordr", "videresendt", "videresend",
    "edelleen", "przekazan", "přeposlan", "preposlan", "továbbít", "пересл", "переадрес", "препрат",
    "iletilen", "iletildi", "redirecționat", "retrimis", "προωθ", "הועבר", "محولة", "转发", "轉寄",
    "転送", "전달", "chuyển tiếp", "diteruskan", "proslijeđen", "posredovan", "persiųst", "pārsūt",
  ]

  private static let originals = [
    "original", "ursprüngliche nachricht", "message d'origine", "message d’origine",
    "oorspronkelijk",
    "ursprungligt", "opprinnelig", "oprindelig", "alkuperäinen", "oryginaln", "původní", "pôvodná",
    "eredeti", "исходное", "оригинал", "первоначальн", "özgün", "orijinal", "asıl", "mesaj inițial",
    "πρωτότυπο", "αρχικό", "הודעה מקורית", "الأصلية", "原始", "原邮件", "元のメッセージ", "원본", "tin nhắn gốc",
    "pesan asli", "izvorna", "изворна", "pradinis", "sākotnējais", "algne",
  ]
}

extension String {
  fileprivate func trimming(_ signs: String) -> String {
    var text = drop { signs.contains($0) }
    while let last = text.last, signs.contains(last) { text.removeLast() }
    return String(text)
  }
}

/// The head of somebody else's mail as Outlook and others print it: From, Sent, To, Subject, in any language.
enum HeaderBlock {
  /// Behind its last line, up to the blank line after it; `nil` where none begins.
  static func end(at index: Int, in lines: [MailLine]) -> Int? {
    guard let first = name(of: lines[index]), known.contains(first) else { return nil }
    var names = [first]
    var end = index + 1
    var unknown = 0
    while end < lines.count, end < index + 20 {
      // Some programs put a blank line between the fields.
      if lines[end].kind == .blank {
        let next = end + 1
        guard next < lines.count, let name = name(of: lines[next]), known.contains(name),
          names.count < 3
        else { break }
        end = next
        continue
      }
      if let name = name(of: lines[end]), known.contains(name) {
        names.append(name)
        unknown = 0
      } else {
        // A field that goes on, or one that we do not know.
        unknown += 1
        guard unknown < 4 else { return nil }
      }
      end += 1
    }
    guard names.count >= 3, names.contains(where: { senders.contains($0) }) else { return nil }
    return end
  }

  /// `From` of `*From:* Ana`.
  private static func name(of line: MailLine) -> String? {
    guard let colon = line.trimmed.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let name = line.trimmed[..<colon].filter { $0 != "*" && $0 != "_" }.lowercased()
    guard !name.isEmpty, name.count <= 25 else { return nil }
    return String(name).trimmed
  }

  private static let senders: Set<String> = [
    "from", "von", "de", "da", "van", "fra", "från", "lähettäjä", "od", "feladó", "от", "від",
    "kimden",
    "gönderen", "de la", "από", "מאת", "من", "发件人", "寄件者", "寄件人", "差出人", "送信者", "보낸 사람",
    "보낸사람", "từ", "dari", "şalja", "pošiljatelj", "nuo", "no", "saatja", "frá", "ó", "nork",
    "expéditeur", "remitente", "remetente", "mittente", "afzender", "absender", "sender", "จาก",
  ]

  private static let others: Set<String> = [
    "to", "cc", "bcc", "date", "sent", "subject", "reply-to", "reply to", "importance",
    "attachments",
    "an", "kopie", "datum", "gesendet", "betreff", "antwort an", "anlagen",
    "à", "a", "date", "envoyé", "objet", "copie à", "répondre à", "cci",
    "para", "fecha", "enviado", "enviado el", "asunto", "enviada em", "enviado em", "assunto",
    "data",
    "responder a", "inviato", "oggetto", "risposta", "rispondi a", "per",
    "aan", "verzonden", "onderwerp", "beantwoorden",
    "til", "sendt", "dato", "emne", "till", "skickat", "ämne", "kopia", "svar till",
    "vastaanottaja", "lähetetty", "päiväys", "aihe", "päivämäärä",
    "do", "dw", "wysłano", "wysłane", "temat", "komu", "odesláno", "předmět", "dátum", "predmet",
    "odoslané",
    "címzett", "elküldve", "tárgy", "másolat",
    "кому", "дата", "отправлено", "тема", "копия", "надіслано", "до", "копія", "изпратено",
    "относно", "до",
    "kime", "gönderildi", "konu", "tarih", "bilgi", "către", "trimis", "subiect",
    "προς", "εστάλη", "στάλθηκε", "θέμα", "ημερομηνία", "אל", "תאריך", "נשלח", "נושא", "إلى",
    "تاريخ", "الموضوع",
    "收件人", "抄送", "日期", "发送时间", "主题", "收件者", "副本", "寄件日期", "傳送時間", "主旨", "日付", "宛先", "送信日時",
    "件名", "받는 사람", "받는사람", "날짜", "보낸 날짜", "제목", "참조", "tới", "đến", "ngày", "chủ đề",
    "kepada", "tanggal", "subjek", "za", "poslano", "kam", "išsiųsta", "tema", "nosūtīts",
    "kellele", "saadetud", "teema",
    "ถึง", "วันที่", "เรื่อง",
  ]

  private static let known = senders.union(others)
}
