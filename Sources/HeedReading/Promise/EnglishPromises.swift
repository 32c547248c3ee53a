extension PromiseTongue {
  static let english = PromiseTongue(
    language: "en",
    telling: """
      i we you the a an to and is are of for it your our my will 'll shall that this with be have \
      what by on at from as not 've 'd 're 'm they he she but if can let me us do promise tomorrow
      """,
    classes: [
      "me": "i we",
      "will": "will 'll shall ll",
      "adv": """
      also then just gladly certainly definitely personally immediately now soon happily still \
      both all really surely quickly directly both myself ourselves try to of course therefore \
      in turn again either always
      """,
      // Said of oneself, they promise nothing that somebody waits for.
      "idle": """
      be need want wish love like admit say never miss understand remember guess assume bet hope \
      regret wait agree die feel stay see know probably likely possibly think enjoy stop manage \
      not have only end survive live miss celebrate refuse decline reject avoid hesitate
      """,
      "mood": """
      honest frank glad happy delighted sorry away off closed open sad short brief blunt late fine ok \
      okay there here able grateful thrilled busy back proud pleased interested curious on out \
      unable sad looking
      """,
      "other": "they he she it who everyone everybody nobody someone",
      "said": """
      said says saying told tell promised claims claimed announced wrote swore assured thought \
      expected meant hoped
      """,
      "deed": """
      sending writing asking calling ringing posting ordering shipping refunding fixing checking \
      replacing looking getting passing forwarding bringing coming dropping booking preparing \
      updating testing meeting speaking talking putting repairing doing giving publishing \
      reviewing working visiting returning delivering making going following taking adding \
      removing picking phoning emailing mailing cancelling crediting
      """,
      "done": """
      back online up ready live fixed corrected repaired refunded sent delivered shipped restored \
      replaced updated cleared cleaned done answered paid credited mended published reopened \
      solved sorted resolved processed posted cancelled changed removed deleted finished \
      installed available out waiting booked in on yours exchanged printed reprinted translated \
      rebuilt unlocked running working gone transferred dispatched
      """,
      "deliver": """
      ships ship leaves leave goes go arrives arrive lands launches comes opens starts returns \
      reaches appears
      """,
      "act": """
      send write call ring answer contact bring visit come look check fix repair refund replace \
      mail email phone get give tell let help reply deliver show pick explain take meet post \
      update collect measure inspect examine put message drop
      """,
      "house": "our my",
      "answer":
        "answer answers reply news update updates figures result results details quote solution numbers",
      // Ours to hand over: whoever says when it is there will be held to it.
      "goods": """
      refund money parcel package order replacement part parts credit voucher ticket tickets invoice \
      receipt delivery copy card item items payment letter goods shipment
      """,
      // Not to be done to somebody is what they were promised.
      "refusing": "refuse decline reject avoid",
      "spare": "charge bill invoice debit share sell publish use store",
    ],
    promises: [
      "@me @will ?@adv ?@adv !@idle",
      "@me @will ?@adv ?@adv not @spare you|your|for|any|anything",
      "@me won 't @spare you|your|for|any|anything",
      "@me @will ?@adv ?@adv see what|whether|if|that|to|who|about",
      "@me @will ?@adv ?@adv know more",
      "@me @will ?@adv ?@adv have !to|no|not|any|the|a|an|some|another|lunch|dinner|breakfast|coffee|tea",
      "@me @will ?@adv ?@adv have a|another ?quick|good|closer|proper look|word|chat|go|think|read",
      "@me @will ?@adv ?@adv have ?a|an|the|some|more|another @answer",
      "@me @will ?@adv ?@adv have a|an|the|one|our|some ..4 @act|@done",
      "@me @will ?@adv ?@adv have a|an|the|some|another ..4 you|your|back",
      "@me @will ?@adv be in touch|contact", "@me @will ?@adv be back with|in",
      "@me @will be @deed",
      "@me @will be !@mood you",
      "@me 'm|am|'re|are ?@adv going to ?@adv !@idle|be|have",
      "@me 'm|am|'re|are going to have !to|no", "@me 'm|am gonna !@idle",
      "@me 're|are gonna !@idle",
      "^ ill ?@adv !@idle|at|for|in|on|with|from|,|health|and|or|people",
      "^ will ?@adv !@idle|you|they|he|she|it|this|that|the|we|i|there|someone|anyone",
      "^ @me ..8 and|then|but @will ?@adv !@idle|it|they|you|he|she|never",
      "@me ..8 and|then @will ?@adv !@idle|it|they|you|he|she|never",
      "leave it|this|that with me|us", "consider it done", "@me owe you", "you have my|our word",
      "@me promise|pledge|guarantee|commit to !be", "@me promise|pledge not to",
      "@me ..2 give you my|our word", "@me stand by it",
      "@me promise|guarantee ?you ?that you|we|i|it|the @will",
      "let me ask|check|find|look|get|see|go|talk|speak|dig|chase|try|sort|fix|take|pass",
      "you @will hear|get ..3 from|back me|us|our",
      "you @will have|get|receive|find|hear ..6 from|by me|us",
      "@house * @will ?@adv !@idle|need|probably ..8 you|your|it|this|that|them",
      "@house * * @will ?@adv !@idle|need|probably ..8 you|your|it|this|that|them",
      "someone|somebody|one from|of our|my|the|us ..3 @will",
      "on it",
    ],
    dated: [
      "@me @will be back with|to|in|on|at", "@me @will ?@adv ?@adv be with|round|over you|u|at|to",
      "@me @will ?@adv ?@adv be at|in|on|by your|yours",
      "@me @will ?@adv ?@adv be done|ready|finished|through",
      "@me @will ?@adv ?@adv be ..6 with ?an|a|the|your|some @answer",
      "@me @will ?@adv be at|in|on ..6 with your",
      "@will be ..6 and @act|hand|bring you|your|it|them",
      "@me @will ?@adv ?@adv be -ing ?up|out|into|after it|this|that|you|your|them|to|the|a",
      "@me @will ?@adv ?@adv have a|an|the|some|another ..4 here|there|ready|in|for",
      "your|our ?* @goods @will ?@adv arrive|reach|come|land|ship|leave|go",
      "your|our ?* @goods @will ?@adv be there|here|with|at|in|on|back",
      "the|a ?* replacement|refund|credit @will ?@adv arrive|reach|come|land|ship|be !@mood",
      "@me 'm|am|'re|are ?@adv ?@adv @deed",
      "you @will ?@adv have|get|receive|hear|see|find|know|be",
      "@house ..4 @will ?@adv !need|probably",
      "@house ..4 @deliver|calls|visits|brings|rings|sends|looks|answers|checks|writes|repairs|fixes|is",
      "!you|i|we|it|he|she|they|this|that|there|who @will be ?@adv @done",
      "!you|i|we|it|he|she|they|this|that|there|who @will ?not be charged|with|on|at your|you",
      "!you|i|we|it|he|she|they|this|that|there @will ?be with you",
      "!you|i|we|it|he|she|they|this|that|there|what @will ?@adv @act ..6 you|your|u",
      "!you|i|we|it|he|she|they|this|that @will leave|ship|go|arrive|reach here|our|out|live|today|tomorrow|back|within|by|you",
      "!it|he|she|they|this|that|who ships|launches ..3",
      "we|i stand by", "promise|promised $", "my|our word",
      "@me should have|know", "@me can have", "@me expect to have",
      "@me 'll !not|never|be|have|miss|@refusing",
      "@me aim to",
      "expect it|news|one|an|a ..4 from me|us",
    ],
    never: [
      "maybe|perhaps|possibly|might|usually|normally|generally|typically|automatically|hopefully|apparently",
      "by itself|themselves|himself|herself", "as|like promised|always|usual", "as @me promised",
      "not sure|certain",
      "@me hope|hoping|wish|doubt|guess|suppose|wonder ..12 @will|can|could|calls",
      "@me think|believe|imagine ..3 @me @will ?@adv !@act|do|have",
      "^ if|unless !not", "unless",
      "!see|check|ask|know|tell|out|look|wonder|say|sure|and|even|whether|test|what|confirm|find|learn if !not ..",
      "^ ?and|but|that|so|because @other ?'d|had|have ..2 @said",
      "you|bank|carrier|seller|courier|shop|manager|hotel|driver|boss|friend|wife|husband|agent ?had|were|was|have|'ve|has @said",
      "were|was told|promised|assured", "rumour|rumor|supposed|allegedly",
      "@me was|were going", "@me would|'d|could ..3 have", "@me never|don|can|cannot ?'t promise",
      "your bank|seller|carrier|browser|phone|app|provider|landlord|doctor|insurer",
      "@will ?@adv be ?our|my|the|a|an last|first|pleasure", "@will have to", "need to wait",
      "your @will",
    ],
    refusals: [
      "@me @will ?@adv give|grant you|u that $",
      "@will ?@adv ?@adv be travelling|traveling|celebrating|missing|attending|wearing",
      "@will ?@adv ?@adv not !@spare", "won|shan 't !@spare", "@will ?@adv ?@adv never|hardly",
      "@will ?@adv no longer|more", "nobody|noone|nothing|none|neither ..4 @will", "no one @will",
      "@me @will ?just see $", "@me @will see ?you|what|how tomorrow|on|then|soon|next|at|around",
    ],
    hanging: [
      "as soon as !i|we|possible|humanly|practical", "as soon as i|we !can|could|possibly",
      "once it|we|i|they|you|the|this|that|our|your|he|she|everything|everyone|there|my",
      "!out|check|ask|see|up|confirm|about|of|learn|clarify|exactly when !i|we",
      "!out|check|ask|see|up|confirm|about|of|learn|clarify|exactly when i|we !can",
      "^ when !i|we", "^ when i|we !can",
    ],
    times: .english)
}

extension DueWords {
  static let english = DueWords(
    phrases: [
      "today": .day(0), "tonight": .today(nil), "tomorrow": .day(1), "tmrw": .day(1),
      "tmr": .day(1),
      "tomoz": .day(1), "tomorow": .day(1), "tommorow": .day(1), "tomorrow night": .day(1),
      "day after tomorrow": .day(2), "later today": .day(0), "later on today": .day(0),
      "end of day": .dayEnd, "end of the day": .dayEnd, "end of today": .day(0), "eod": .dayEnd,
      "end of business": .dayEnd, "close of business": .dayEnd, "close of play": .dayEnd,
      "cob": .dayEnd, "closing time": .dayEnd, "end of the working day": .dayEnd,
      "end of my shift": .dayEnd, "end of tomorrow": .day(1), "midnight": .dayEnd,
      "this morning": .today(720), "this afternoon": .today(1080), "this evening": .today(nil),
      "later this afternoon": .today(1080), "later this evening": .today(nil),
      "morning": .part(720), "noon": .part(720),
      "midday": .part(720), "lunchtime": .part(780), "lunch": .part(780), "afternoon": .part(1080),
      "evening": .part(nil), "night": .part(nil), "in the morning": .part(720),
      "in the afternoon": .part(1080), "in the evening": .part(nil), "at noon": .part(720),
      "first thing": .part(720), "early": .part(720), "at lunchtime": .part(780),
      "monday": .weekday(0), "tuesday": .weekday(1), "wednesday": .weekday(2),
      "thursday": .weekday(3),
      "friday": .weekday(4), "saturday": .weekday(5), "sunday": .weekday(6), "mon": .weekday(0),
      "tue": .weekday(1), "tues": .weekday(1), "wed": .weekday(2), "thu": .weekday(3),
      "thurs": .weekday(3), "thur": .weekday(3), "fri": .weekday(4),
      "january": .month(1), "february": .month(2), "march": .month(3), "april": .month(4),
      "may": .month(5), "june": .month(6), "july": .month(7), "august": .month(8),
      "september": .month(9), "october": .month(10), "november": .month(11), "december": .month(12),
      "jan": .month(1), "feb": .month(2), "mar": .month(3), "apr": .month(4), "jun": .month(6),
      "jul": .month(7), "aug": .month(8), "sep": .month(9), "sept": .month(9), "oct": .month(10),
      "nov": .month(11), "dec": .month(12),
      "this week": .week(0), "end of the week": .week(0),
      "end of this week": .week(0), "end of week": .week(0), "eow": .week(0),
      "later this week": .week(0), "next week": .week(1),
      "end of next week": .week(1), "the coming week": .week(1), "early next week": .week(1),
      "week after next": .week(2), "weekend": .weekend, "this weekend": .weekend,
      "coming weekend": .weekend, "this month": .monthEnd(0),
      "end of the month": .monthEnd(0), "end of this month": .monthEnd(0),
      "end of month": .monthEnd(0),
      "later this month": .monthEnd(0), "next month": .monthEnd(1),
      "end of next month": .monthEnd(1),
      "end of the quarter": .quarterEnd, "end of this quarter": .quarterEnd,
      "this quarter": .quarterEnd,
      "end of the year": .yearEnd, "end of this year": .yearEnd, "this year": .yearEnd,
      "year's end": .yearEnd, "easter": .easter, "christmas": .christmas, "xmas": .christmas,
      "hour": .minutes(60), "half an hour": .minutes(30), "a half hour": .minutes(30),
      "half hour": .minutes(30), "quarter of an hour": .minutes(15),
      "an hour and a half": .minutes(90),
      "minute": .minutes(1),
      "soon": .vague, "shortly": .vague, "asap": .vague, "as soon as i can": .vague,
      "as soon as we can": .vague, "as soon as possible": .vague, "soon as i can": .vague,
      "few days": .vague, "a few days": .vague, "couple of days": .vague,
      "a couple of days": .vague,
      "next few days": .vague, "coming days": .vague, "next days": .vague, "few minutes": .vague,
      "couple of weeks": .vague, "few weeks": .vague, "next couple of days": .vague,
      "couple of hours": .vague, "few hours": .vague, "next few weeks": .vague,
      "right away": .vague,
      "immediately": .vague, "straight away": .vague, "in a moment": .vague, "by then": .vague,
      "after the holidays": .vague, "this summer": .vague, "in due course": .vague,
      "in the coming weeks": .vague, "a bit": .vague, "a while": .vague, "in no time": .vague,
    ],
    numbers: [
      "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
      "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15,
      "twenty": 20, "thirty": 30, "forty": 40, "ninety": 90,
    ],
    units: [
      "minute": .minute, "minutes": .minute, "min": .minute, "mins": .minute, "hour": .hour,
      "hours": .hour, "hr": .hour, "hrs": .hour, "h": .hour, "d": .day, "day": .day, "days": .day,
      "week": .week,
      "weeks": .week, "wk": .week, "fortnight": .fortnight, "month": .month, "months": .month,
      "workdays": .workday, "weekdays": .workday,
    ],
    lead: words(
      "by until till before on in within at over during the this latest no later than around about come for"
    ),
    within: words("in within"),
    filling: words("the next about around another less than roughly at most"),
    clock: words("at around by before until"), hour: words("o 'clock am pm h hrs hours sharp"),
    before: words("before"), until: words("by until till"),
    joining: words("of the at in on , by and around about this"),
    next: words("next coming"), nextIsNextWeek: true, monthDay: [],
    working: words("working business"),
    halves: ["half past": 30, "quarter past": 15, "quarter to": -15],
    later: ["week": 7, "fortnight": 14, "in a week": 7, "in two weeks": 14, "in a fortnight": 14],
    relations: ["after": 1, "from": 1, "of": 1, "before": -1], now: words("now today"),
    ends: words("end eow eod"), clause: .english,
    edges: table(
      [.beginning, .middle, .end],
      "early|early in|beginning of|start of, mid|middle of, late|late in|end of|the end of"),
    negation: .english)
}
