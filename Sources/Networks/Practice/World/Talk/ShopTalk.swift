/// What somebody at the shop answered from the shop's telephone, before there was a desk.
enum ShopTalk {
  enum Kind: Sendable { case late, asks, corrected, come, hours, praised, wished, promised, kept }

  static func kinds(for theme: Theme) -> [Kind] {
    switch theme {
    case .order, .delivery: [.late, .asks, .promised]
    case .brakes, .ebike: [.asks, .come, .promised]
    case .workshop: [.come, .promised]
    case .page: [.corrected]
    case .hours, .price: [.hours]
    case .praise: [.praised]
    case .wish: [.wished]
    }
  }

  /// The words and their language: the reader's own where somebody at the shop speaks it.
  static func words(_ kind: Kind, in language: String) -> (text: String, language: String) {
    if let text = words[language]?[kind] { return (text, language) }
    return (words["en"]?[kind] ?? "", "en")
  }

  private static let words: [String: [Kind: String]] = [
    "en": [
      .late:
        "Sorry about that. I have looked it up: it leaves us tomorrow, and you get the number by mail.",
      .asks: "Thank you for telling us. Which model is it, and since when?",
      .corrected: "You are right, that was our mistake. We have corrected the page just now.",
      .come:
        "Come by any morning this week and ask for Ines. It takes ten minutes, and the tea is free.",
      .hours: "We are open until six that day, and the price list by the till is the true one.",
      .praised: "That is lovely to read, thank you. I have told her, she is beaming.",
      .wished: "What a good idea. I have pinned it on the board, and there are nods all round.",
      .promised: "I will ask the workshop and write to you by tomorrow evening.",
      .kept: "As promised: Ines has found it, it is put right, and there is nothing to pay.",
    ],
    "pt": [
      .late: "Desculpe o atraso. Sai amanhã, e o número segue por mail.",
      .asks: "Obrigada por avisar. Qual é o modelo, e desde quando acontece?",
      .corrected: "Tem razão, o erro foi nosso. A página já está corrigida.",
      .promised: "Vou perguntar na oficina e escrevo até amanhã à noite.",
      .kept: "Como prometido: a oficina encontrou o problema, está resolvido e não custa nada.",
    ],
    "es": [
      .late: "Perdón por la espera. Sale mañana y le mandamos el número por correo.",
      .asks: "Gracias por avisar. ¿Qué modelo es, y desde cuándo pasa?",
      .corrected: "Tiene razón, fue un error nuestro. La página ya está corregida.",
      .promised: "Pregunto en el taller y le escribo antes de mañana por la noche.",
      .kept: "Lo prometido: el taller lo encontró, está arreglado y no cuesta nada.",
    ],
    "de": [
      .late: "Entschuldigung. Es geht morgen raus, die Nummer kommt per Mail.",
      .asks: "Danke für den Hinweis. Welches Modell ist es, und seit wann?",
      .corrected: "Stimmt, das war unser Fehler. Die Seite ist berichtigt.",
      .promised: "Ich frage in der Werkstatt nach und schreibe bis morgen Abend.",
      .kept: "Wie versprochen: Ines hat es gefunden, es ist in Ordnung und kostet nichts.",
    ],
    "pl": [
      .late: "Przepraszamy. Paczka wychodzi jutro, numer przyjdzie mailem.",
      .asks: "Dziękujemy za wiadomość. Jaki to model i od kiedy tak jest?",
      .corrected: "Racja, to nasz błąd. Strona jest już poprawiona.",
      .promised: "Zapytam w warsztacie i napiszę do jutra wieczorem.",
      .kept: "Zgodnie z obietnicą: warsztat znalazł przyczynę, naprawione, bez opłaty.",
    ],
    "ja": [
      .late: "申し訳ありません。明日発送し、番号をメールでお送りします。",
      .asks: "お知らせありがとうございます。どの機種で、いつ頃からでしょうか？",
      .corrected: "ご指摘のとおり、こちらの間違いでした。先ほど直しました。",
      .promised: "工房に聞いて、明日の夕方までにご連絡します。",
      .kept: "お約束の件です。原因が見つかり、無料で直しました。",
    ],
    "ar": [
      .late: "نعتذر عن التأخير. يخرج الطلب غدًا ويصلكم الرقم بالبريد.",
      .asks: "شكرًا لإخبارنا. ما الطراز، ومنذ متى؟",
      .corrected: "معكم حق، كان خطأنا. صححنا الصفحة الآن.",
      .promised: "سأسأل الورشة وأكتب لكم قبل مساء غد.",
      .kept: "كما وعدنا: وجدت الورشة السبب وأصلحته بلا مقابل.",
    ],
  ]
}
