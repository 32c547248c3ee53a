extension Phrasebook {
  static let english = Phrasebook(
    language: "en",
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    openings: englishOpenings, about: englishAbout, daily: englishDaily, lines: englishLines)

  private static let englishOpenings: [Theme: [String]] = [
    .order: [
      "{shop} I ordered mudguards {n} weeks ago (order {order}) and the page still says “packing”. Are they being carved by hand?",
      "{shop} order {order}: one pedal arrived. One. I have two feet.",
      "{shop} hello, can I still change order {order} from the black saddle to the brown one?",
      "{shop} you took the money for {order} twice. Please look into it, that was my rent week.",
      "{shop} My order {order} is marked as collected. By whom? Because it was not me.",
    ],
    .delivery: [
      "{shop} the {model} came today with the box torn open and the bell missing. Photo below.",
      "{shop} your courier left a bicycle. On the roof. Of the porch. I am {n} cm too short for this.",
      "{shop} delivery was promised for {day}. I took the day off work. Nobody came, nobody called.",
      "{shop} does the {model} come assembled, or do I need to know which end is the front?",
      "{shop} the wheel in the box does not belong to the {model}. It does not belong to any bicycle I have ever met.",
    ],
    .brakes: [
      "{shop} my {model} squeals when I brake. Dogs answer. What can I do before {day}?",
      "{shop} the rear brake on my {model} went soft coming down Mill Hill. That frightened me. Is it safe to ride?",
      "{shop} new pads, {n} rides, already worn to the metal. Is that normal?",
      "{shop} which brake pads fit the {model} from last year? Your page lists two, and they look different.",
      "{shop} Third time in your workshop for the same brake. Third. It still pulls to the left.",
    ],
    .ebike: [
      "{shop} the battery of my {model} shows full and dies after {n} km. It is eight months old.",
      "{shop} can I charge the {model} in a cold shed over winter, or does the battery need a blanket?",
      "{shop} the display on the {model} says E{n}. The manual says nothing. What is E{n}?",
      "{shop} since your update the motor cuts out on every hill, which is the one place I bought it for.",
      "{shop} would the {model} carry me, a child and a cello up to {town}? Asking seriously.",
    ],
    .hours: [
      "{shop} are you open this {day}? The door, the page and the telephone tell me three different things.",
      "{shop} when is the workshop quietest? I get nervous in crowds and my chain does too.",
      "{shop} do you close for lunch? I can only come between twelve and one.",
      "{shop} are you open on Sunday? My chain came off and so did my patience.",
      "{shop} open on the bank holiday? My daughter's stabilisers are ready to come off.",
    ],
    .page: [
      "{shop} your page says you open on Sundays. I stood there with two children and a flat tyre. You do not open on Sundays.",
      "{shop} the page says the {model} has hydraulic brakes. Mine has cables. Which of us is wrong?",
      "{shop} small correction: you write that lights are not required by day on the towpath. They are, since spring. Please fix it before somebody is fined.",
      "{shop} you posted that the free check is “every {day}”. Your own poster says first {day} of the month. I asked inside and they did not know either.",
      "{shop} the size chart is off by one row: everyone under 160 cm is told to buy a bike for giants.",
    ],
    .price: [
      "{shop} what does a full service cost now? I found three prices on your page.",
      "{shop} is there a student price for the {model}? I study, I am poor, I would love it very much.",
      "{shop} how long is the guarantee on the frame of the {model}? I mean to keep it for life.",
      "{shop} is a charger in the box with your lamps, or do I buy that too?",
      "{shop} for how many days can I bring back the {model} if my back disagrees with it?",
      "{shop} forty for a tube change? Genuine question: does it come with a song?",
    ],
    .praise: [
      "{shop} just to say: the young woman in the workshop stayed {n} minutes after closing so I could ride home. Thank you. Tell her.",
      "{shop} the {model} has done 3000 km without one complaint. Neither have I.",
      "{shop} my dad is 81 and rides again because you built him a step-through that fits. We are all a bit teary.",
      "{shop} best repair note I ever got: “we also oiled the thing you did not mention.”",
    ],
    .wish: [
      "{shop} would you ever rent out the cargo bike by the hour? Moving house by bus is humbling.",
      "{shop} please, a repair evening for women and beginners. I would bring cake. A lot of cake.",
      "{shop} do you buy back children's bikes? Ours grow out of the shed faster than out of their shoes.",
      "{shop} I wish you had a pump outside for when you are closed. Half of {town} would bless you.",
      "{shop} could you stock a kickstand that holds with a child in the seat? Nobody does, everybody needs it.",
    ],
    .workshop: [
      "{shop} can I get an appointment for a bent derailleur hanger before {day}? I have a ride with my sister.",
      "{shop} how long is a service at the moment? The form says “soon”, which is a feeling, not a date.",
      "{shop} you have had my {model} since {day} last week. I miss it. Any news?",
      "{shop} I will be honest: I tried to fix it myself. There are now {n} parts left over. Can I bring it in, and can nobody laugh?",
    ],
  ]

  private static let englishAbout: [Theme: [String]] = [
    .order: [
      "Has anybody ever had an order from Corner Bikes arrive in the week they said? Asking for my mudguards.",
      "Corner Bikes sent me somebody else's saddle. It is nicer than mine. Moral dilemma.",
    ],
    .delivery: [
      "The Corner Bikes courier has hidden my parcel so well that I may need a dog. #cornerbikes"
    ],
    .brakes: [
      "Does anyone know if the recall of the {model} brakes is real? Corner Bikes says nothing about it.",
      "Corner Bikes replaced my brakes and now I stop when I want to. A new experience. #cornerbikes",
    ],
    .ebike: [
      "Thinking about a {model} from Corner Bikes. Does anybody have one? How is the range in winter?",
      "Corner Bikes e-bike, day 40: I have overtaken a bus. The driver waved. #cornerbikes #ebike",
    ],
    .hours: [
      "Does anyone know whether Corner Bikes is open on {day}? Their page is a work of fiction."
    ],
    .page: [
      "Corner Bikes still claims on its page that the path by the canal is lit. It is not. I have the knees to prove it."
    ],
    .price: [
      "Corner Bikes put the service up again. I get it, everything costs more. I just wish they had said so first.",
      "Is Corner Bikes dearer than the place at the station, or does it only feel so? #cycling",
    ],
    .praise: [
      "Shout-out to Corner Bikes: fixed my puncture, refused the money, said “next time”. #cornerbikes",
      "The mechanics at Corner Bikes hum while they work. All in the same key. I checked.",
    ],
    .wish: ["If Corner Bikes opened a branch in {town} I would move in. #cornerbikes"],
    .workshop: [
      "Corner Bikes has my bike for the second week. I now know every bus driver by name."
    ],
  ]

  private static let englishDaily: [Interest: [String]] = [
    .cats: [
      "The cat has decided that {day} is for knocking over pens. I am out of pens. #cats",
      "My cat sits in the bicycle basket and will not discuss it. #cats",
    ],
    .food: [
      "Made soup for {n}. We are two. Soup for the week, then. #food",
      "Whoever invented toast with too much butter: thank you. #food",
    ],
    .football: [
      "Harrowby Rovers, {n} shots, no goal. I have aged. #football",
      "My nephew scored today and then hugged the other goalkeeper. That is my team. #football",
    ],
    .garden: [
      "The beans are up! All {n} of them! #garden",
      "A hedgehog looked at my compost today, and I believe it was disappointed. #garden",
    ],
    .music: [
      "Neighbour practises the trombone. One note so far, but with conviction. #music",
      "Choir was good today. We ended together, which is our main ambition. #music",
    ],
    .trains: [
      "{n} minutes late, but the guard did the announcements as a poem. I forgive everything. #trains",
      "Took the slow train to {town} on purpose. Recommended. #trains",
    ],
    .weather: [
      "Rain sideways in {town}. The umbrella and I have parted as friends. #weather",
      "First sun for {n} days. Everybody in the street just stood there. #weather",
    ],
    .books: [
      "Read {n} pages, then realised I had read it before. Liked it both times. #books",
      "The library put a chair in the window. That is all. That is the post. #books",
    ],
  ]
}
