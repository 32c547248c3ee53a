/// Domains that somebody wrote without `https://`, as the network's own programs find them.
///
/// Bounded to what is plainly one: names of files, versions, abbreviations and sentences without a space between them are
/// not taken for one. The endings are those of countries and the common ones of everybody
/// (https://data.iana.org/TLD/tlds-alpha-by-domain.txt), and the one that is kept for examples (RFC 2606).
enum BareDomain {
  /// The domain that a word begins with.
  static func domain(_ word: Substring) -> Substring? {
    var name = word.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    let next = word[name.endIndex...].first
    if let next, next.isLetter || next.isNumber || "@_:=&\\(".contains(next) { return nil }
    while let last = name.last, last == "." || last == "-" { name = name.dropLast() }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, name.utf8.count <= 253, let ending = labels.last,
      labels.allSatisfy(isLabel),
      // The first letter of a sentence is a capital one, the last of it never.
      labels.dropFirst().allSatisfy({ !$0.contains(where: \.isUppercase) }),
      labels[0].contains(where: \.isLetter)
    else { return nil }
    let hasMore = next == "/" || labels[0].lowercased() == "www"
    let known = endings.contains(ending) || countries.contains(ending)
    return known && (hasMore || !files.contains(ending)) ? name : nil
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
  }

  private static func set(_ words: String) -> Set<Substring> { Set(words.split(separator: " ")) }

  /// Endings of countries that files have, too: `main.py` is a file, `www.tourism.py` and `bells.py/page` are not.
  private static let files = set(
    "ai cc cs la md mk mm ml pl pm ps py rs sc sh so st sv tk tm vi vb")

  private static let countries = set(
    """
    ac ad ae af ag ai al am ao ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf \
    cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf \
    gg gh gi gl gm gn gp gq gr gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km \
    kn kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz \
    na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se \
    sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz \
    va vc ve vg vi vn vu wf ws ye yt za zm zw
    """)

  private static let endings = set(
    """
    com org net edu gov mil int info biz name pro coop museum aero jobs mobi travel tel cat asia example app dev page \
    blog shop store online site website tech cloud space social network news media live life world today club wiki \
    zone tools systems software company agency studio design art photo photos photography gallery music video games \
    fun xyz top link click email support help guide academy school university community team group events health \
    care clinic restaurant cafe bar pub pizza coffee kitchen bike green garden house haus gmbh berlin hamburg koeln \
    cologne bayern saarland ruhr wien tirol swiss paris london amsterdam brussels bzh eus gal scot wales cymru nyc \
    tokyo osaka istanbul lat lgbt eco ngo ong earth foundation institute charity church science academy education \
    training solutions services consulting works international global city town farm land energy solar events \
    tickets tours hotel hotels camp run fit yoga dance theater fashion jewelry toys baby family gifts flowers
    """)
}
