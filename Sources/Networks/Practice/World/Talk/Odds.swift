/// What belongs to no single language: programs, advertising, the long argument, and what the shop
/// said before.
enum Odds {
  static let models = [
    "Hilltop E", "Corner Two", "Longtail 8", "Pennywhistle", "Millstream", "Tandem Maxi",
    "Folding Fox",
  ]

  static let tram = [
    "Line {n}: running as planned. This is an automatic message. #harrowby",
    "Line {n}: a swan on the track. Please allow extra time, and bread. This is an automatic message. #harrowby",
    "Line {n}: delay of {n} minutes at Mill Hill. This is an automatic message. #harrowby",
  ]

  static let spam = [
    "Great post!!! I earned 4000 a week from home, ask me how >>> https://deals.practice.example/win",
    "Very nice informations. Visit also our cheap SUNGLASSES https://deals.practice.example/sun",
    "Hello dear, I read your blog with big interest, please accept this GIFT CARD https://deals.practice.example/gift",
  ]

  /// A private message to the shop.
  static let inPrivate = [
    "{shop} my ex still picks up my repairs with my name. Please hand {order} to nobody but me.",
    "{shop} I broke the demo {model} on {day} and was too embarrassed to say so. What do I owe you?",
    "{shop} could somebody look at my application for the workshop? I sent it {n} days ago and dare not ask in public.",
    "{shop} I would rather not write this in public: I cannot pay order {order} in one go this month. Is there a way?",
    "{shop} my new address, for {order} only: 4 Cooper's Row, {town}. Please do not put it on the label with my old name.",
    "{shop} one of your fitters was unkind to my son on {day}. I do not want a row, I want somebody to talk to him.",
    "{shop} I have to cancel {order}, we have had a death in the family. Sorry for the trouble.",
  ]

  static let warned: [(warning: String, text: String)] = [
    (
      "spiders",
      "{shop} the {model} came with a spider in the saddle tube. A large one. It has a name now. Is that covered?"
    ),
    (
      "fall, broken arm",
      "{shop} my daughter fell when the pedal of her {model} came off. Her arm will mend. I would like to know why it came off."
    ),
    (
      "accident, blood",
      "{shop} went over the handlebars when the front brake of my {model} locked. Four stitches, I am all right. Somebody should look at that batch."
    ),
    (
      "rant about parcels",
      "{shop} I have now met every neighbour in the street, because your courier leaves my parcels with each of them in turn. {n} so far. Nice people. That is not the point."
    ),
  ]

  static let pictures: [(address: String, alternative: String?)] = [
    (
      "https://practice.example/media/torn-box.jpg",
      "A cardboard box, torn at one corner, with a wheel sticking out"
    ),
    ("https://practice.example/media/chain.jpg", nil),
    (
      "https://practice.example/media/sunday-door.jpg",
      "A shop door with the sign “closed”, and two children with a flat tyre in front of it"
    ),
    ("https://practice.example/media/basket-cat.jpg", nil),
    (
      "https://practice.example/media/brake-pad.jpg",
      "A brake pad worn down to the metal, held between two fingers"
    ),
  ]

  static let debate: [String] = [
    "Settle this for us: when you overtake, bell or shout? #cycling",
    "My neighbour says ringing a bell at people is rude. What do you do? #cycling",
    "Bell, voice, or a polite cough when passing on the towpath? I need a ruling. #cycling",
  ]

  static let arguments = [
    "Bell. Always. I am not an animal.", "I shout “good morning”. It works in every language.",
    "The correct answer is to sing.", "In my street they would shout back.",
    "Depends on the hill.", "My grandfather did neither and lived to 94.",
    "That explains a lot, actually.", "You would say that, you have a horn.",
    "It is a small trumpet, and you know it.", "Can we agree that walking is also nice?",
    "No.", "I once said “excuse me” to a goose. It did not help.",
    "Geese have right of way, everybody knows that.", "Source?", "The goose.",
    "I ask at Corner Bikes, they have opinions on everything.",
    "They told me: whatever does not make people jump.", "That is annoyingly wise.",
    "I still think it is rude.", "You think breakfast is rude.", "Before seven it is.",
    "Muting this before it gets to helmets.", "Too late: helmets!", "Good night, everybody.",
    "Same time next week?", "I will bring the goose.",
  ]

  /// What several ask for, each in words of their own; the first are those of the English openings.
  static let wishes = [
    [
      "{shop} would you ever rent out the cargo bike by the hour? Moving house by bus is humbling.",
      "{shop} I would love to rent the cargo bike for an afternoon. Please make that possible.",
      "{shop} could one rent your cargo bike by the hour? I have a sofa and no pride.",
    ],
    [
      "{shop} please, a repair evening for women and beginners. I would bring cake. A lot of cake.",
      "{shop} a repair evening for beginners would be wonderful. I cannot tell a chain from a cable.",
      "{shop} could you hold a repair evening for those of us who never learnt it? Please.",
    ],
    [
      "{shop} I wish you had a pump outside for when you are closed. Half of {town} would bless you.",
      "{shop} a pump outside your door would be a blessing. I pushed my bike home from {town} on {day}.",
      "{shop} please put a pump outside for the evenings. I would even paint it for you.",
    ],
  ]
}
