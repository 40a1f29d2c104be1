/*
 * The code guard: nothing past the third character of a redemption code leaves the browser.
 *
 * <carddesk-code-guard> is a child of the vaadin-text-field it guards. The server renders that field read-only; only this
 * element, once loaded and listening, opens it, so a slow or missing script leaks nothing. Its listeners capture on the
 * field, which puts them before the field's own and before Flow's. What looks like a code is stopped, the field emptied
 * and locked until Esc or Enter, and an event without content tells the server.
 *
 * The rules are those of app.carddesk.shared.RedemptionCodes, CodeReading, CodeShape, CodeWords and ScatteredCode, where
 * they are explained: change both together.
 */

const TOLERATED = 3;

const INVISIBLE = '\\p{Cf}\\p{Mn}\\p{Me}\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\x00-\\x08\\x0E-\\x1B\\x7F';
const DASHES = '\\p{Pd}\\u02D7\\u2043\\u2212\\u2500\\u2501\\u30FC';
const BLANKS_AND_DASHES = new RegExp(`[\\s\\p{Z}${DASHES}${INVISIBLE}]`, 'gu');

const upper = (text) => text.normalize('NFKC').toUpperCase();

export function normalize(typed) {
  return upper(typed).replace(BLANKS_AND_DASHES, '');
}

/* How a text is read: app.carddesk.shared.CodeReading. */

const MARKS = '?_*#';
const MOST_UNREAD = 3;
const UNSEEN = '';
const BETWEEN = ' ';
const FOREIGN = '?';
const UNSEEN_CHARACTER = /[\p{Cf}\p{Mn}\p{Me}\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/u;
const BLANK = /[\s\p{Z}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;
const LETTER = /\p{L}/u;
const LOWER = /\p{Lowercase}/u;
const PLAIN = /^[A-Za-z0-9]$/;
const words = (text) => new Set(text.split(' '));
const TAGS_WITHIN_WORDS = words(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike ' +
    'strong sub sup tt u var wbr'
);
const TAGS_BETWEEN_WORDS = words(
  'address article aside blockquote body br caption center col colgroup dd details div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 head header hr html img input li main nav ol option p pre script section ' +
    'select style summary table tbody td textarea tfoot th thead title tr ul'
);
const UNSEEN_ENTITIES = words('shy zwj zwnj lrm rlm zerowidthspace');
const TWINS = new Map(
  (
    'АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ҮY ҰY ԚQ ԜW ҺH ԀD ԌG ѴV ҲX ӼX ӾX ҚK ҢH ЇI ӀI ЗZ ИI ЙI ЫI ЭE ЮU ЯR ' +
    'ҪC ѺO ӨO ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ϺM ϜF ͿJ ΩO ΛA ⲬX ⲠP ⲢP ⲞO ꓫX ꓐB ꓑP ꓓD ꓔT ꓖG ꓗK ꓘK ꓙJ ꓚC ' +
    'ꓜZ ꓝF ꓟM ꓠN ꓡL ꓢS ꓣR ꓦV ꓧH ꓪW ꓬY ꓮA ꓰE ꓲI ꓳO ꓴU ᎪA ᏴB ᏟC ᎠD ᎬE ᏀG ᎻH ᏆI ᎫJ ᏦK ᏞL ᎷM ᏢP ᎡR ᏚS ᎢT ᏙV ᎳW ᎽY ᏃZ ᚷX ' +
    '×X ╳X ✕X ✖X ⨯X ⅩX ☓X'
  )
    .split(' ')
    .map((pair) => [...pair])
);
const ZEROS = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xe50];
const FRAMED = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6];

function known(character) {
  const one = character.toUpperCase();
  if (TWINS.has(one)) {
    return TWINS.get(one);
  }
  const point = character.codePointAt(0);
  const zero = ZEROS.find((each) => point >= each && point < each + 10);
  if (zero) {
    return String(point - zero);
  }
  const first = FRAMED.find((each) => point >= each && point < each + 26);
  if (first) {
    return String.fromCharCode(65 + point - first);
  }
  const greekOrCyrillic = (point >= 0x370 && point < 0x530) || (point >= 0x1c80 && point < 0x1c90);
  return greekOrCyrillic && LETTER.test(character) ? 'N' : '';
}

function shown(character) {
  const point = character.codePointAt(0);
  if (point < 0x80) {
    if (PLAIN.test(character)) {
      return character.toUpperCase();
    }
    return point < 0x09 || (point > 0x0d && point < 0x1c) || point === 0x7f ? UNSEEN : BETWEEN;
  }
  if (UNSEEN_CHARACTER.test(character)) {
    return UNSEEN;
  }
  const twin = known(character);
  if (twin) {
    return twin;
  }
  const plain = [...character.normalize('NFKD').toUpperCase()];
  const accented = point < 0x180 && plain.some((each) => UNSEEN_CHARACTER.test(each));
  const letters = accented
    ? ''
    : plain.map((each) => (PLAIN.test(each) ? each : each.codePointAt(0) < 0x80 ? '' : known(each))).join('');
  return letters || (LETTER_OR_DIGIT.test(character) ? FOREIGN : BETWEEN);
}

class CodeReading {
  characters = [];
  #from = [];
  #to = [];
  #pieces = [];
  #stretches = [];
  #foreignBefore = [];
  #small = [];
  #foreignAfter = [];
  #piece = 0;
  #stretch = 0;
  #unread = [];
  #apart = [];
  #marks = 0;
  #blank = false;
  #otherSign = false;
  #far = false;
  #between = false;
  #foreign = false;
  #text;

  constructor(text, asShown) {
    this.#text = text;
    let commentsEnd = true;
    let at = 0;
    while (at < text.length) {
      const character = text[at];
      let next = at;
      if (asShown && character === '<') {
        const comment = text.startsWith('<!--', at);
        next = comment ? (commentsEnd ? this.#comment(at) : at) : this.#tag(at);
        commentsEnd &&= !comment || next > at;
      } else if (asShown && character === '&') {
        next = this.#entity(at);
      } else if (asShown && (character === '%' || character === '=')) {
        next = this.#escaped(at);
      }
      if (next === at) {
        const whole = String.fromCodePoint(text.codePointAt(at));
        next = at + whole.length;
        this.#read(whole, LOWER.test(whole), at, next);
      }
      at = next;
    }
  }

  get length() {
    return this.characters.length;
  }

  get text() {
    return this.#text;
  }

  from(index) {
    return this.#from[index];
  }

  to(index) {
    return this.#to[index];
  }

  isDigit(index) {
    return this.characters[index] <= '9';
  }

  joined(index, other) {
    return this.#pieces[index] === this.#pieces[other];
  }

  near(index, other) {
    return this.#stretches[index] === this.#stretches[other];
  }

  unread(index) {
    return this.#unread[index];
  }

  apart(index) {
    return this.#apart[index];
  }

  begins(index) {
    return !this.#foreignBefore[index] && (index === 0 || this.#pieces[index] !== this.#pieces[index - 1]);
  }

  ends(index) {
    return (index + 1 === this.length || !this.joined(index, index + 1)) && !this.#foreignAfter[index];
  }

  isSmall(index) {
    return this.#small[index];
  }

  #read(character, small, from, to) {
    const read = shown(character);
    if (read === FOREIGN) {
      if (!this.#between && this.length > 0) {
        this.#foreignAfter[this.length - 1] = true;
      }
      this.#foreign = true;
      this.#between = false;
      this.#far = true;
    } else if (read === BETWEEN) {
      this.#separate(character);
    } else {
      for (const each of read) {
        this.#add(each, small, from, to);
      }
    }
  }

  #separate(character) {
    this.#between = true;
    this.#foreign = false;
    if (BLANK.test(character)) {
      this.#blank = true;
    } else if (MARKS.includes(character)) {
      this.#marks = Math.min(this.#marks + 1, MOST_UNREAD);
    } else {
      this.#otherSign ||= character !== '(' && character !== ')';
    }
  }

  #add(character, small, from, to) {
    if (this.length > 0 && this.#far) {
      this.#stretch++;
      this.#piece++;
    } else if (this.#between) {
      this.#piece++;
    }
    this.characters.push(character);
    this.#from.push(from);
    this.#to.push(to);
    this.#pieces.push(this.#piece);
    this.#stretches.push(this.#stretch);
    this.#foreignBefore.push(this.#foreign);
    this.#foreignAfter.push(false);
    this.#small.push(small);
    const unread = this.#far ? 0 : this.#marks;
    this.#unread.push(unread);
    this.#apart.push(this.#far || (this.#between && (this.#blank || this.#otherSign || unread === 0)));
    this.#marks = 0;
    this.#blank = false;
    this.#otherSign = false;
    this.#far = false;
    this.#between = false;
    this.#foreign = false;
  }

  #comment(at) {
    const end = this.#text.indexOf('-->', at + 4);
    return end < 0 ? at : end + 3;
  }

  #tag(at) {
    const text = this.#text;
    const name = at + (text.startsWith('</', at) ? 2 : 1);
    let end = name;
    while (end < text.length && end - name <= 10 && PLAIN.test(text[end])) {
      end++;
    }
    const called = text.slice(name, end).toLowerCase();
    const within = TAGS_WITHIN_WORDS.has(called);
    if (!within && !TAGS_BETWEEN_WORDS.has(called)) {
      return at;
    }
    while (end < text.length && text[end] !== '>' && text[end] !== '<') {
      end++;
    }
    if (end === text.length || text[end] === '<') {
      return at;
    }
    if (!within) {
      this.#separate(' ');
    }
    return end + 1;
  }

  #entity(at) {
    const found = /^&([^;]{2,17});/.exec(this.#text.slice(at, at + 20));
    if (!found) {
      return at;
    }
    const name = found[1].toLowerCase();
    if (name.startsWith('#')) {
      const number = /^#(?:x([0-9a-f]+)|([0-9]+))$/.exec(name);
      const point = number ? parseInt(number[1] ?? number[2], number[1] ? 16 : 10) : Infinity;
      if (point > 0x10ffff) {
        return at;
      }
      this.#read(String.fromCodePoint(point), false, at, at + found[0].length);
    } else if (!/^[a-z0-9]+$/.test(name)) {
      return at;
    } else if (!UNSEEN_ENTITIES.has(name)) {
      this.#separate(' ');
    }
    return at + found[0].length;
  }

  #escaped(at) {
    const text = this.#text;
    if (text.startsWith('=\n', at) || text.startsWith('=\r\n', at)) {
      return text.indexOf('\n', at) + 1;
    }
    const octet = text.slice(at + 1, at + 3);
    if (!/^[0-9A-Fa-f]{2}$/.test(octet)) {
      return at;
    }
    const point = parseInt(octet, 16);
    this.#read(point < 0x80 ? String.fromCharCode(point) : ' ', false, at, at + 3);
    return at + 3;
  }
}

/* What is taken for a code: app.carddesk.shared.CodeShape. */

const LENGTH = 16;
const LONGEST_SERIAL = 20;
const FEWEST_DIFFERENT = 6;
const FEWEST_READ = LENGTH - 3;
const FEWEST_STRANGE = 6;
const FEWEST_TURNS = 3;
const ABBREVIATIONS = words(
  'BLVD DHL DKK DVD FHD GMBH HDD HDMI HDTV HTML HTTP HTTPS HVV IMEI JPG KJP KL KR MHZ MMS MND MSG MVH NFC NKR NOK ' +
    'NR NTH PCS PDF PLS PNG PST QHD SKR SMS SMTP SSD SSL STK STR TCP THX TLF TLS TRK TXT UHD URL USBC UUID VHS VPN ' +
    'WQHD WWW XML XXL XXS XXXL'
);
const FOLLOWERS = (
  'ABCDEFGHIJKLMNOPRSTUVWXYZ ABEIJLNORSTUY ACEHIKLORTUY ABDEFGHIJKLMNOPRSTUVY ABCDEFGHIJKLMNOPQRSTUVWXY ' +
  'ABEFGIJLORSTUVY ADEFGHIJLNORSTUVY AEIJMORTUVY ABCDEFGHKLMNOPRSTUVWXZ ADELNOSU AEFGIJKLNOPRSTUVY ' +
  'ABDEFGHIJKLMNOPSTUVY ABDEFGHIKLMNOPRSTUVY ABCDEFGHIJKLMNOPRSTUVWY ABCDEFGHIJKLMNOPRSTUVWXYZ ABDEFGHIKLNOPRSTUY ' +
  'U ABCDEFGHIJKLMNORSTUVWY ABCDEFGHIJKLMNOPRSTUVWYZ ABCEFGHIJKLMNOPRSTUVWY ABCDEFGIKLMNOPRSTVXY ABDEFGILNORSTUVY ' +
  'AEHINORSY ACEIPTY ABCDEGIKLMNOPRSTVW AEIOUY'
).split(' ');
const MIXED = 'MIXED';
const UNSPEAKABLE = 'UNSPEAKABLE';
const WORD = 'WORD';
const QUANTITY = 'QUANTITY';
const NUMBER = 'NUMBER';
const SINGLE = 'SINGLE';
const isMixed = (kind) => kind === MIXED || kind === QUANTITY;

class Groups {
  number = 0;
  mixed = 0;
  unspeakable = 0;
  singles = 0;
  words = 0;
  numbers = 0;
  mixedGroups = 0;
  quantities = 0;
  escapes = 0;
  digits = 0;
  turns = 0;
  sizeOfFirst = 0;
  size = 0;
  serial = false;
  first = SINGLE;
  last = SINGLE;
  #even = true;
  #evenButFirst = true;
  #sizeBefore = 0;
  #shorter = false;

  add(kind, size) {
    if (this.number === 0) {
      this.first = kind;
      this.sizeOfFirst = size;
    } else {
      this.#evenButFirst &&= !this.#shorter && (this.number === 1 || size <= this.#sizeBefore + 1);
      this.#shorter ||= this.number > 1 && size !== this.#sizeBefore;
      this.#even &&= this.number > 1 || size === this.#sizeBefore;
    }
    this.size = this.number === 1 ? size : this.size;
    this.#sizeBefore = size;
    this.last = kind;
    this.number++;
    this.mixed += isMixed(kind) ? size : 0;
    this.mixedGroups += isMixed(kind) ? 1 : 0;
    this.quantities += kind === QUANTITY ? 1 : 0;
    this.unspeakable += kind === UNSPEAKABLE ? size : 0;
    this.singles += kind === SINGLE ? 1 : 0;
    this.words += kind === WORD ? 1 : 0;
    this.numbers += kind === NUMBER ? 1 : 0;
  }

  get isRegular() {
    return (
      this.#evenButFirst && (this.number === 2 ? this.#sizeBefore === this.sizeOfFirst : this.#even || this.number > 3)
    );
  }

  get strange() {
    return this.mixed + this.unspeakable + (this.singles >= 4 ? this.singles : 0);
  }
}

class CodeShape {
  #reading;

  constructor(reading) {
    this.#reading = reading;
  }

  isCode(start) {
    const last = start + LENGTH - 1;
    if (last >= this.#reading.length || !this.#reading.near(start, last) || this.#isFiller(start, last)) {
      return false;
    }
    return this.#reading.joined(start, last) ? this.#isOnePiece(start, last) : this.#isGrouped(start, last);
  }

  #isOnePiece(start, last) {
    if (this.#reading.begins(start) && this.#reading.ends(last)) {
      // Nobody writes an ordinary word in capitals that begins with X and has sixteen letters.
      return this.digits(start, last) > 0 || this.#isInCapitals(start, last) || !this.isSpeakable(start, last);
    }
    return (
      this.turns(start + 1, last) >= 2 &&
      this.#prefix(start + 1) !== 3 &&
      !this.#isSerial(start, true) &&
      !this.#isToken(start, last)
    );
  }

  #isInCapitals(from, to) {
    for (let i = from; i <= to; i++) {
      if (this.#reading.isSmall(i)) {
        return false;
      }
    }
    return true;
  }

  #isGrouped(start, last) {
    return this.#areGroups(this.#groups(start, last), start, last);
  }

  #areGroups(groups, start, last) {
    const begins = this.#reading.begins(start);
    const ends = this.#reading.ends(last);
    if (groups.serial || groups.escapes >= 3 || this.#isSerial(start, false)) {
      return false;
    }
    if (groups.singles >= LENGTH - 4) {
      return begins && ends && (groups.digits > 0 || groups.singles === LENGTH);
    }
    const strange = groups.strange >= (groups.isRegular ? 8 : 10) && groups.turns >= 2;
    if (!begins) {
      return strange && ends && (groups.sizeOfFirst > 1 || groups.mixed === LENGTH - 1);
    }
    if (!ends) {
      const strangeToTheEnd = isMixed(groups.last) || groups.last === UNSPEAKABLE;
      return strange && strangeToTheEnd && groups.turns >= 3 && groups.sizeOfFirst > 1 && groups.words <= 1;
    }
    if (groups.isRegular) {
      const ordinary =
        groups.quantities === groups.mixedGroups &&
        groups.quantities <= 1 &&
        groups.words >= 2 &&
        groups.unspeakable === 0;
      const manyShort =
        groups.number >= 6 &&
        groups.sizeOfFirst <= groups.size &&
        (groups.mixed >= 2 || (groups.size <= 2 && groups.numbers > 0 && groups.numbers < groups.number - 1));
      return manyShort || (groups.strange >= 4 && !ordinary);
    }
    if (groups.sizeOfFirst === 1 && groups.words > 0) {
      return groups.strange >= 13 && groups.turns >= 2;
    }
    if (groups.first === WORD && groups.words > 1) {
      return groups.mixed >= 7 && groups.turns >= 4;
    }
    return (
      (groups.strange >= 8 && groups.turns >= 2) ||
      (groups.strange >= 10 && groups.turns >= 1) ||
      (groups.strange >= 6 && groups.turns >= 3)
    );
  }

  partlyRead(start) {
    if (!this.#reading.begins(start)) {
      return false;
    }
    let gaps = 0;
    let last = start;
    const longest = Math.min(start + LENGTH - 1, this.#reading.length) - 1;
    while (last < longest && this.#reading.near(start, last + 1)) {
      last++;
      gaps += this.#reading.unread(last) > 0 ? 1 : 0;
    }
    for (; gaps > 0 && last >= start + FEWEST_READ - 1; last--) {
      if (this.#reading.ends(last) && this.#isPartlyRead(start, last)) {
        return true;
      }
      gaps -= this.#reading.unread(last) > 0 ? 1 : 0;
    }
    return false;
  }

  #isPartlyRead(start, last) {
    if (this.#isFiller(start, last) || this.#groups(start, last).strange < FEWEST_STRANGE) {
      return false;
    }
    const groups = new Groups();
    let at = start;
    while (at <= last) {
      let end = at;
      let unread = 0;
      while (end < last && !this.#reading.apart(end + 1)) {
        end++;
        unread += this.#reading.unread(end);
      }
      const behindX = at === start ? start + 1 : at;
      groups.serial ||= at > start && this.beginsSerial(at, end);
      groups.add(this.#kind(behindX, end, at), end - at + 1 + unread);
      groups.turns += this.turns(behindX, end);
      groups.digits += this.digits(at, end);
      at = end + 1;
    }
    return groups.number === 1 ? this.#isMostOfOne(start, last) : this.#areGroups(groups, start, last);
  }

  #isMostOfOne(start, last) {
    if (this.digits(start, last) === 0) {
      return !this.isSpeakable(start, last);
    }
    if (this.turns(start + 1, last) >= 3) {
      return true;
    }
    let at = start + 1;
    while (at <= last) {
      let end = at;
      while (end < last && this.#reading.isDigit(end + 1) === this.#reading.isDigit(at)) {
        end++;
      }
      if (!this.#reading.isDigit(at) && end - at >= 3 && !this.isSpeakable(at, end)) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  #groups(start, last) {
    const groups = new Groups();
    let at = start;
    while (at <= last) {
      let end = at;
      while (end < last && this.#reading.joined(at, end + 1)) {
        end++;
      }
      const behindX = at === start ? start + 1 : at;
      groups.add(this.#kind(behindX, end, at), end - at + 1);
      groups.turns += this.turns(behindX, end);
      groups.digits += this.digits(at, end);
      groups.serial ||= (at > start && this.beginsSerial(at, end)) || this.#isMasked(at, end);
      groups.escapes += end === at + 2 && this.#reading.characters[at] === 'X' ? 1 : 0;
      at = end + 1;
    }
    return groups;
  }

  #isMasked(from, to) {
    const characters = this.#reading.characters;
    let one = to - from >= 3 && !this.#reading.isDigit(from);
    for (let i = from + 1; one && i <= to; i++) {
      one = characters[i] === characters[from];
    }
    return one;
  }

  #kind(from, to, start) {
    const size = to - from + 1;
    const digits = this.digits(from, to);
    if (to === start) {
      return SINGLE;
    }
    if (digits === size) {
      return NUMBER;
    }
    if (digits > 0) {
      return size <= 5 && this.turns(from, to) === 1 ? QUANTITY : MIXED;
    }
    return this.isSpeakable(from, to) ? WORD : UNSPEAKABLE;
  }

  isSpeakable(from, to) {
    const size = to - from + 1;
    let vowels = 0;
    let row = 0;
    let longest = 0;
    let unheard = 0;
    let letters = '';
    for (let i = from; i <= to; i++) {
      const letter = this.#reading.characters[i];
      const vowel = 'AEIOUY'.includes(letter);
      vowels += vowel ? 1 : 0;
      row = vowel ? 0 : row + 1;
      longest = Math.max(longest, row);
      letters += letter;
      unheard += i > from && !FOLLOWERS[this.#reading.characters[i - 1].charCodeAt(0) - 65].includes(letter) ? 1 : 0;
    }
    return (
      size <= 2 || (vowels > 0 && longest <= 4 && vowels * 6 >= size && unheard * 6 <= size) || ABBREVIATIONS.has(letters)
    );
  }

  digits(from, to) {
    let digits = 0;
    for (let i = from; i <= to; i++) {
      digits += this.#reading.isDigit(i) ? 1 : 0;
    }
    return digits;
  }

  turns(from, to) {
    let turns = 0;
    for (let i = from + 1; i <= to; i++) {
      turns += this.#reading.isDigit(i) === this.#reading.isDigit(i - 1) ? 0 : 1;
    }
    return turns;
  }

  #isFiller(start, last) {
    const characters = this.#reading.characters.slice(start, last + 1);
    const leading = characters.findIndex((each) => each !== 'X');
    return new Set(characters).size < FEWEST_DIFFERENT || leading < 0 || leading >= FEWEST_DIFFERENT;
  }

  #isSerial(start, whole) {
    let first = start;
    while (first > 0 && start - first < 32 && this.#reading.joined(first - 1, start)) {
      first--;
    }
    let end = first;
    while (
      whole &&
      end + 1 < this.#reading.length &&
      end - first <= LONGEST_SERIAL &&
      this.#reading.joined(end + 1, start)
    ) {
      end++;
    }
    return (
      first < start &&
      this.beginsSerial(first, start) &&
      (!whole || (start - first > this.#prefix(first) && end - first < LONGEST_SERIAL))
    );
  }

  beginsSerial(from, to) {
    const prefix = this.#prefix(from);
    if (prefix === 0 || to - from < 1) {
      return false;
    }
    if (prefix === 3) {
      return true;
    }
    let end = from;
    while (end + 1 < this.#reading.length && end - from < 10 && this.#reading.joined(from, end + 1)) {
      end++;
    }
    const whole = end - from + 1 >= 10;
    const grouped =
      end === from + 1 &&
      end + 4 < this.#reading.length &&
      this.#reading.joined(end + 1, end + 4) &&
      this.digits(end + 1, end + 4) === 4;
    return whole || grouped;
  }

  #prefix(at) {
    for (const prefix of ['GCA', 'PBH', 'EPY', '60']) {
      const end = at + prefix.length - 1;
      if (
        end < this.#reading.length &&
        this.#reading.joined(at, end) &&
        this.#reading.characters.slice(at, end + 1).join('') === prefix
      ) {
        return prefix.length;
      }
    }
    return 0;
  }

  #isToken(start, last) {
    let first = start;
    while (first > 0 && start - first < 24 && this.#reading.joined(first - 1, start)) {
      first--;
    }
    let end = last;
    while (end + 1 < this.#reading.length && end - last < 24 && this.#reading.joined(end + 1, last)) {
      end++;
    }
    if (end - first + 1 < 24) {
      return false;
    }
    let cases = 0;
    for (let i = start + 1; i <= last; i++) {
      const letters = !this.#reading.isDigit(i) && !this.#reading.isDigit(i - 1);
      cases += letters && this.#reading.isSmall(i) !== this.#reading.isSmall(i - 1) ? 1 : 0;
    }
    return cases >= 3 || this.turns(first, start - 1) >= 4;
  }

  begun(start) {
    if (!this.#reading.begins(start)) {
      return 0;
    }
    let end = this.#endOfPiece(start);
    const size = end - start + 1;
    let turns = this.turns(start + 1, end);
    if (size > LENGTH || (size >= 8 && this.#isFiller(start, end))) {
      return 0;
    }
    if ((size >= 8 && turns >= FEWEST_TURNS) || (size >= 12 && this.#isMostOfOne(start, end))) {
      return size;
    }
    let all = size;
    while (
      size >= 3 &&
      end + size < this.#reading.length &&
      all + size <= LENGTH &&
      this.#reading.near(start, end + size) &&
      this.#reading.begins(end + 1) &&
      this.#endOfPiece(end + 1) === end + size &&
      isMixed(this.#kind(end + 1, end + size, end + 1))
    ) {
      turns += this.turns(end + 1, end + size);
      end += size;
      all += size;
    }
    return all >= 8 && turns >= 5 ? all : 0;
  }

  #endOfPiece(start) {
    let end = start;
    while (end + 1 < this.#reading.length && end - start <= LENGTH && this.#reading.joined(start, end + 1)) {
      end++;
    }
    return end;
  }
}

/* The words that may be groups of a code: app.carddesk.shared.CodeWords. */

const ORDINARY = 1;
const STRANGE = 2;
const STRANGEST = 3;
const OPENING = '([{<"\'«»“”„:;,>|';
const CLOSING = ')]}<"\'«»“”:;,>|.!';
const GROUP = 4;
const FEWEST_MARKS = 3;
const MOST_MARKS = 8;
const BLANK_CHARACTER = /[\t-\r\x1C-\x1F\p{Z}]/u;
const CAPITAL = /\p{Uppercase}/u;
const DIGIT = /\p{Nd}/u;

class CodeWords {
  #reading;
  #shape;
  #text;
  #first = [];
  #last = [];
  #size = [];
  #unreadBefore = [];
  #weights = [];
  #capital = [];

  constructor(reading, shape) {
    this.#reading = reading;
    this.#shape = shape;
    this.#text = reading.text;
    let at = 0;
    while (at < reading.length) {
      const end = this.#endOfGroup(at);
      this.#add(at, end);
      at = end + 1;
    }
    this.#unreadBefore.push(this.#unreadGroups(this.#endOfLast, this.#text.length));
    this.#leaveOutSerials();
    this.#leaveOutLongRows();
  }

  get count() {
    return this.#first.length;
  }

  get #endOfLast() {
    return this.count === 0 ? 0 : this.to(this.count - 1);
  }

  size(word) {
    return this.#size[word];
  }

  from(word) {
    return this.#reading.from(this.#first[word]);
  }

  to(word) {
    return this.#reading.to(this.#last[word]);
  }

  unreadBefore(word) {
    return this.#unreadBefore[word];
  }

  beginsWithX(word) {
    return this.#reading.characters[this.#first[word]] === 'X' && this.#reading.begins(this.#first[word]);
  }

  isMarked(word) {
    return this.#marksBefore(word) > 0;
  }

  isTail(word) {
    return (
      word > 0 &&
      this.from(word) === this.to(word - 1) + 1 &&
      '-/.'.includes(this.#text[this.from(word) - 1]) &&
      this.#last[word - 1] > this.#first[word - 1] &&
      this.hasDigit(word - 1)
    );
  }

  isCapital(word) {
    return (this.#capital[word] ??= this.#isWrittenLarge(word));
  }

  #isWrittenLarge(word) {
    const text = this.#text;
    const isCapital = (point) => point !== undefined && CAPITAL.test(String.fromCodePoint(point));
    const before = this.from(word);
    // Two halves of one character in front.
    const paired = before > 1 && /[\uDC00-\uDFFF]/.test(text[before - 1]) && /[\uD800-\uDBFF]/.test(text[before - 2]);
    return (
      !this.hasSmall(word) &&
      !this.#isInDate(word) &&
      (this.isWhole(word) ||
        (!isCapital(before === 0 ? undefined : text.codePointAt(before - (paired ? 2 : 1))) &&
          !isCapital(text.codePointAt(this.to(word)))))
    );
  }

  isWhole(word) {
    return this.#reading.begins(this.#first[word]) && this.#reading.ends(this.#last[word]);
  }

  hasSmall(word) {
    for (let i = this.#first[word]; i <= this.#last[word]; i++) {
      if (this.#reading.isSmall(i)) {
        return true;
      }
    }
    return false;
  }

  hasDigit(word) {
    return this.#shape.digits(this.#first[word], this.#last[word]) > 0;
  }

  hasLetter(word) {
    return this.#shape.digits(this.#first[word], this.#last[word]) <= this.#last[word] - this.#first[word];
  }

  turns(word) {
    return this.#shape.turns(this.#first[word], this.#last[word]);
  }

  weight(word) {
    return (this.#weights[word] ??= this.#isPart(word) ? 0 : this.#weight(this.#first[word], this.#last[word]));
  }

  weightBehindX(word) {
    const from = this.#first[word] + 1;
    const last = this.#last[word];
    const model = last === from + 2 && this.#shape.digits(from + 1, last) === 2;
    return model || from > last || this.#isPart(word) ? 0 : this.#weight(from, last);
  }

  #isPart(word) {
    return !this.hasDigit(word) && !this.isWhole(word) && !this.isCapital(word);
  }

  #weight(from, to) {
    const digits = this.#shape.digits(from, to);
    const characters = to - from + 1;
    if (characters < 2 || digits === characters) {
      return 0;
    }
    if (digits === 0) {
      const behindX = this.#reading.characters[from] === 'X' && characters >= GROUP ? from + 1 : from;
      return this.#isOneLetter(from, to) || this.#shape.isSpeakable(behindX, to) ? 0 : STRANGE;
    }
    if (this.#shape.turns(from, to) >= 2) {
      return STRANGEST;
    }
    const letters = characters - digits;
    const begin = this.#reading.isDigit(from) ? to - letters + 1 : from;
    return this.#shape.isSpeakable(begin, begin + letters - 1) ? ORDINARY : STRANGE;
  }

  isRepeated(word, others) {
    return others.some((other) => this.#isSame(word, other));
  }

  #isSame(word, other) {
    const characters = this.#last[word] - this.#first[word];
    let same = characters === this.#last[other] - this.#first[other];
    for (let i = 0; same && i <= characters; i++) {
      same = this.#reading.characters[this.#first[word] + i] === this.#reading.characters[this.#first[other] + i];
    }
    return same;
  }

  areFiller(some) {
    const seen = new Set();
    for (const word of some) {
      for (let i = this.#first[word]; i <= this.#last[word]; i++) {
        seen.add(this.#reading.characters[i]);
      }
    }
    return seen.size < FEWEST_DIFFERENT;
  }

  #isOneLetter(from, to) {
    for (let i = from + 1; i <= to; i++) {
      if (this.#reading.characters[i] !== this.#reading.characters[from]) {
        return false;
      }
    }
    return true;
  }

  #isInDate(word) {
    return (
      (!this.hasLetter(word) || this.#isDayAndHour(word)) &&
      (this.#isSignOfDate(this.to(word), 1) || this.#isSignOfDate(this.from(word) - 1, -1))
    );
  }

  #isDayAndHour(word) {
    const middle = this.#first[word] + 2;
    return (
      this.#last[word] === middle + 2 &&
      this.#reading.characters[middle] === 'T' &&
      this.#shape.digits(this.#first[word], this.#last[word]) === 4
    );
  }

  #isSignOfDate(sign, step) {
    const next = sign + step;
    return next >= 0 && next < this.#text.length && '-.:/'.includes(this.#text[sign]) && DIGIT.test(this.#text[next]);
  }

  #endOfGroup(start) {
    const reading = this.#reading;
    let end = this.#endOfWord(start);
    if (end === start) {
      while (
        end - start + 1 < LENGTH &&
        end + 1 < reading.length &&
        this.#isSpelled(end) &&
        this.#endOfWord(end + 1) === end + 1
      ) {
        end++;
      }
      if (end > start) {
        return end;
      }
    }
    while (end - start + 1 < GROUP && end + 1 < reading.length && this.#isPartlyRead(end)) {
      end = this.#endOfWord(end + 1);
    }
    return end;
  }

  #endOfWord(start) {
    let end = start;
    while (end + 1 < this.#reading.length && this.#reading.joined(start, end + 1)) {
      end++;
    }
    return end;
  }

  #isSpelled(index) {
    const between = this.#reading.to(index);
    return this.#reading.from(index + 1) === between + 1 && ' -'.includes(this.#text[between]);
  }

  #isPartlyRead(index) {
    return (
      this.#reading.unread(index + 1) > 0 &&
      !this.#reading.apart(index + 1) &&
      this.#text[this.#reading.to(index)] !== '_'
    );
  }

  #add(from, to) {
    const word = this.count;
    const unread = this.#unreadGroups(this.#endOfLast, this.#reading.from(from));
    this.#first.push(from);
    this.#last.push(to);
    this.#unreadBefore.push(unread);
    this.#size.push(to - from >= 2 && this.#isOneLetter(from, to) ? 0 : this.#sizeWithMarks(word, from, to));
  }

  #sizeWithMarks(word, from, to) {
    const read = to - from + 1;
    if (read < 2 || read >= GROUP) {
      return read;
    }
    let marked = read;
    for (let i = from + 1; i <= to; i++) {
      marked += this.#reading.apart(i) ? 0 : this.#reading.unread(i);
    }
    marked += this.#reading.characters[from] === 'X' ? 0 : this.#marksBefore(word);
    return Math.min(marked + this.#marksBehind(word), GROUP);
  }

  #marksBefore(word) {
    const text = this.#text;
    let end = this.from(word);
    end -= end > 0 && ')]'.includes(text[end - 1]) ? 1 : 0;
    let at = end;
    while (at > 0 && end - at < GROUP && MARKS.includes(text[at - 1])) {
      at--;
    }
    const apart = this.#isBlankAt(at - 1) || OPENING.includes(text[at - 1]);
    const colour = end - at === 1 && text[at] === '#' && this.#isHexadecimal(word);
    return apart && !colour ? end - at : 0;
  }

  #marksBehind(word) {
    const text = this.#text;
    const start = this.to(word);
    let at = start;
    while (at < text.length && at - start < GROUP && MARKS.includes(text[at])) {
      at++;
    }
    return this.#isBlankAt(at) || CLOSING.includes(text[at]) ? at - start : 0;
  }

  #isHexadecimal(word) {
    for (let i = this.#first[word]; i <= this.#last[word]; i++) {
      if (this.#reading.characters[i] > 'F') {
        return false;
      }
    }
    return true;
  }

  #unreadGroups(from, to) {
    const text = this.#text;
    let groups = 0;
    let few = false;
    let at = from;
    while (at < to) {
      const start = at;
      while (at < to && MARKS.includes(text[at])) {
        at++;
      }
      const ofNumber = at === to && to < text.length && start > from;
      if (at - start >= FEWEST_MARKS) {
        groups += at - start > MOST_MARKS || ofNumber ? 0 : 1;
      } else if (at > start) {
        few ||= this.#isBlankAt(start - 1) && this.#isBlankAt(at);
      }
      at++;
    }
    return Math.min(groups + (few ? 1 : 0), GROUP);
  }

  #isBlankAt(at) {
    return at < 0 || at >= this.#text.length || BLANK_CHARACTER.test(this.#text[at]);
  }

  #leaveOutSerials() {
    let word = 0;
    while (word < this.count) {
      let end = word + 1;
      if (this.#shape.beginsSerial(this.#first[word], this.#last[word])) {
        let characters = this.#last[word] - this.#first[word] + 1;
        while (end < this.count && characters < LENGTH && this.from(end) === this.to(end - 1) + 1) {
          characters += this.#last[end] - this.#first[end] + 1;
          end++;
        }
        this.#size.fill(0, word, end);
      }
      word = end;
    }
  }

  #leaveOutLongRows() {
    let word = 0;
    while (word < this.count) {
      let end = word + 1;
      let characters = this.#last[word] - this.#first[word] + 1;
      while (end < this.count && this.from(end) === this.to(end - 1) + 1 && this.#text[this.from(end) - 1] === '-') {
        characters += this.#last[end] - this.#first[end] + 1;
        end++;
      }
      if (end > word + 1 && characters > LENGTH) {
        this.#size.fill(0, word, end);
      }
      word = end;
    }
  }
}

/* Codes with other words between their groups: app.carddesk.shared.ScatteredCode. */

const EIGHT = 8;
const FARTHEST = 160;
const MOST_WORDS = 100;
const LEAST_WEIGHT = 5;
const PROSE = 2;
const MOST_ORDINARY = 6;
const MOST_ADDED = 62;

/** Which numbers of characters some words make, each with those words. */
class Sums {
  #made = new Array(LENGTH + 1).fill(null);

  constructor(size) {
    if (size <= LENGTH) {
      this.#made[size] = [];
    }
  }

  add(length, word) {
    for (let sum = LENGTH; sum >= 0; sum--) {
      this.#made[sum] = this.#with(sum, length, word);
    }
  }

  mayAdd(length, word) {
    for (let sum = LENGTH; sum >= 0; sum--) {
      this.#made[sum] ??= this.#with(sum, length, word);
    }
  }

  #with(sum, length, word) {
    const before = sum < length ? null : this.#made[sum - length];
    return before && [...before, word];
  }

  get whole() {
    return this.#made[LENGTH];
  }

  get lacksOne() {
    return this.#made[LENGTH - 1] !== null;
  }

  get isTooMuch() {
    return this.#made.every((each) => each === null);
  }
}

class ScatteredCode {
  #words;
  #groups = [];

  constructor(words) {
    this.#words = words;
  }

  isAny() {
    for (let word = 0; word < this.#words.count; word++) {
      if (this.#beginsCode(word)) {
        return true;
      }
    }
    return false;
  }

  #beginsCode(word) {
    const words = this.#words;
    this.#groups = [];
    const size = words.size(word);
    if (size < 2 || size >= LENGTH) {
      return false;
    }
    const begins = words.beginsWithX(word)
      ? !words.isTail(word) && this.#isBehindX(word, size, words.weightBehindX(word))
      : (words.isMarked(word) && this.#isBehindMark(word, size, words.weight(word))) ||
        (words.unreadBefore(word) > 0 && size === GROUP && this.#isBehindUnreadGroup(word));
    return begins && !words.areFiller(this.#groups);
  }

  #isBehindX(word, size, weight) {
    const capital = this.#isCapitalSum(word, size, weight);
    const found = capital ? this.#groups : [];
    const even = (size === GROUP || size === EIGHT) && this.#isEven(word, size, weight);
    this.#groups = even ? [...found, ...this.#groups] : found;
    return capital || even || (weight >= STRANGE && this.#isStrangeSum(word, size, weight));
  }

  #isBehindMark(word, size, weight) {
    const words = this.#words;
    if (size === LENGTH - 1) {
      this.#groups = [word];
      return words.isWhole(word) && words.turns(word) >= (words.hasSmall(word) ? 4 : 2);
    }
    const whole = size === GROUP ? size : size + 1;
    return (
      this.#isCapitalSum(word, whole, weight) ||
      (whole === GROUP && weight >= ORDINARY && this.#isEven(word, whole, weight - 1)) ||
      (weight === STRANGEST && this.#isStrangeSum(word, whole, weight - 1))
    );
  }

  #isBehindUnreadGroup(word) {
    const weight = this.#words.weight(word);
    return (
      this.#isCapitalSum(word, 2 * GROUP, weight) || (weight >= STRANGE && this.#isEven(word, GROUP, weight - 1))
    );
  }

  #isEven(first, size, weight) {
    const words = this.#words;
    const groups = [first];
    let missing = LENGTH / size - 1;
    let strange = 0;
    let ordinary = 0;
    let total = weight;
    let reached = words.to(first);
    const last = Math.min(words.count - 1, first + MOST_WORDS);
    for (let word = first + 1; word <= last && missing > 0 && words.from(word) - reached <= FARTHEST; word++) {
      const its = words.size(word) === size && !words.isRepeated(word, groups) ? words.weight(word) : 0;
      if (its >= STRANGE) {
        groups.push(word);
        strange++;
        missing--;
        total += its;
        reached = words.to(word);
      } else if (its === ORDINARY) {
        groups.push(word);
        ordinary++;
      }
    }
    this.#groups = groups;
    if (size === EIGHT) {
      return missing === 0 && total >= 5 && words.hasDigit(first);
    }
    switch (strange) {
      case 3:
        return total >= (weight >= STRANGE ? 7 : 8);
      case 2:
        return (weight >= STRANGE && total >= 7) || (weight === ORDINARY && ordinary >= 1 && total >= 6);
      case 1:
        return weight >= STRANGE && ordinary >= 2 && total >= 5;
      default:
        return false;
    }
  }

  #isStrangeSum(first, size, weight) {
    const words = this.#words;
    const sums = new Sums(size);
    const seen = [first];
    let total = weight;
    let ordinary = 0;
    let reached = words.to(first);
    const last = Math.min(words.count - 1, first + MOST_ADDED);
    for (let word = first + 1; word <= last && words.from(word) - reached <= FARTHEST; word++) {
      const length = words.size(word);
      const its = words.weight(word);
      if (length > 0 && words.isRepeated(word, seen)) {
        continue;
      } else if (its >= STRANGE && length >= (its === STRANGEST ? 3 : GROUP)) {
        seen.push(word);
        sums.add(length, word);
        total += its;
        reached = words.to(word);
      } else if (its === ORDINARY && length >= GROUP && ordinary + length <= MOST_ORDINARY) {
        sums.mayAdd(length, word);
        ordinary += length;
      } else if (length === 1 && sums.lacksOne) {
        sums.mayAdd(length, word);
      } else {
        continue;
      }
      if (sums.whole && total >= LEAST_WEIGHT) {
        this.#groups = [first, ...sums.whole];
        return true;
      }
      if (sums.isTooMuch) {
        return false;
      }
    }
    return false;
  }

  #isCapitalSum(first, size, weight) {
    const words = this.#words;
    if (size < GROUP || words.hasSmall(first)) {
      return false;
    }
    const sums = new Sums(size);
    const seen = [first];
    let total = weight;
    let strange = weight >= STRANGE ? 1 : 0;
    let even = words.size(first) === GROUP;
    let unread = 0;
    let small = 0;
    const isEnough = () => {
      if (!sums.whole) {
        return false;
      }
      let need = LEAST_WEIGHT + (weight === 0 ? 1 : 0) - (small >= PROSE ? 1 : 0);
      if (even && sums.whole.includes(null)) {
        need = Math.max(need - unread, Math.min(need, STRANGEST));
      }
      this.#groups = [first, ...sums.whole.filter((word) => word !== null)];
      return total >= need && (even || strange >= 2);
    };
    let reached = words.to(first);
    const last = Math.min(words.count, first + MOST_ADDED);
    for (let word = first + 1; word <= last && !sums.isTooMuch; word++) {
      for (let i = 0; i < words.unreadBefore(word); i++) {
        sums.mayAdd(GROUP, null);
        unread++;
      }
      if (unread > 0 && isEnough()) {
        return true;
      }
      if (word === words.count || words.from(word) - reached > FARTHEST) {
        this.#groups = seen;
        return even && weight >= STRANGE && total > LEAST_WEIGHT && seen.length === LENGTH / GROUP - 1;
      }
      const length = words.size(word);
      if (!words.isCapital(word)) {
        small += length > 1 && words.hasSmall(word) ? 1 : 0;
      } else if ((length >= GROUP || (length === 1 && sums.lacksOne)) && !words.isRepeated(word, seen)) {
        if (!words.hasLetter(word) || length === 1) {
          sums.mayAdd(length, word);
        } else {
          const its = words.weight(word);
          seen.push(word);
          sums.add(length, word);
          total += its;
          strange += its >= STRANGE ? 1 : 0;
          even &&= length === GROUP;
          reached = words.to(word);
        }
      }
      if (isEnough()) {
        return true;
      }
    }
    return false;
  }
}

export function startsLikeCode(typed) {
  const reading = new CodeReading(typed, false);
  if (reading.length === 0 || reading.characters[0] !== 'X' || !reading.begins(0)) {
    return false;
  }
  const x = [...typed].findIndex((each) => shown(each).startsWith('X'));
  const behind = [...normalize([...typed].slice(x + 1).join(''))].length;
  return reading.length > TOLERATED || behind >= TOLERATED;
}

export function containsCode(text) {
  return [false, true].some((asShown) => {
    const reading = new CodeReading(text, asShown);
    const shape = new CodeShape(reading);
    return (
      reading.characters.some((each, i) => each === 'X' && (shape.isCode(i) || shape.partlyRead(i) || shape.begun(i) > 0)) ||
      new ScatteredCode(new CodeWords(reading, shape)).isAny()
    );
  });
}

const looksLikeCode = (value) => startsLikeCode(value) || containsCode(value);

const WATCHED = [
  'beforeinput',
  'input',
  'change',
  'paste',
  'drop',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'keydown',
  'keypress',
  'keyup',
  'focusout',
  'blur',
  'value-changed'
];

/*
 * Whoever types while the page is still loading is past the third character when the field could open, and the rest of a
 * code no longer looks like one. So it opens only once nobody has typed for a moment.
 */
const PAUSE_MS = 500;
let lastTyped = performance.now();
document.addEventListener(
  'keydown',
  (event) => {
    if ((event.key.length === 1 || event.isComposing) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      lastTyped = performance.now();
    }
  },
  true
);

export class CodeGuard extends HTMLElement {
  #host = null;
  #listening = null;
  #locked = false;
  #refusedBefore = false;
  #emptying = false;
  #unlockedBy = null;

  /** Set by the server where the field shall be read-only whatever the guard thinks. */
  held = false;

  connectedCallback() {
    this.#host = this.parentElement;
    this.#listening = new AbortController();
    for (const type of WATCHED) {
      this.#host.addEventListener(type, (event) => this.#watch(event), {
        capture: true,
        signal: this.#listening.signal
      });
    }
    this.#host.addEventListener(
      'click',
      (event) => {
        if (event.target.closest('[data-code-guard-unlock]')) {
          this.#unlock();
        }
      },
      { signal: this.#listening.signal }
    );
    // After the server's own attributes have been applied, or they would close the field again.
    setTimeout(() => this.#openAfterPause());
  }

  #openAfterPause() {
    if (!this.isConnected || this.#locked) {
      return;
    }
    const wait = lastTyped + PAUSE_MS - performance.now();
    if (wait > 0) {
      setTimeout(() => this.#openAfterPause(), wait);
    } else {
      this.#open();
    }
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#locked = false;
  }

  #unlock() {
    if (this.#locked) {
      this.#locked = false;
      this.#open();
      this.#input?.focus();
      this.dispatchEvent(new CustomEvent('code-guard-unlocked'));
    }
  }

  get #input() {
    return this.#host.querySelector('input');
  }

  #open() {
    this.#setReadonly(this.held);
    this.#host.toggleAttribute('code-guard-ready', true);
  }

  #setReadonly(readonly) {
    this.#host.readonly = readonly;
    if (this.#input) {
      this.#input.readOnly = readonly;
    }
  }

  #watch(event) {
    if (this.#emptying) {
      return;
    }
    if (this.#locked) {
      this.#whileLocked(event);
    } else if (event.type === 'keyup' && event.key === this.#unlockedBy) {
      this.#unlockedBy = null;
      event.stopImmediatePropagation();
    } else if (this.#isHistory(event)) {
      // What was emptied must not come back, not even in pieces that no longer look like a code.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'input') {
        this.#empty();
      }
    } else if (this.#shows(event)) {
      this.#refuse(event);
    }
  }

  #whileLocked(event) {
    if (event.type === 'keydown' && (event.key === 'Escape' || event.key === 'Enter') && !event.isComposing) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#unlockedBy = event.key;
      this.#unlock();
    } else if (event.type.startsWith('key')) {
      // Nobody else on the page hears which keys the rest of the code has.
      if (event.key.length === 1 || event.isComposing) {
        event.stopImmediatePropagation();
        if (!event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
        }
      }
    } else if (event.type !== 'focusout' && event.type !== 'blur') {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (this.#input.value || this.#host.value) {
        this.#empty();
      }
    }
  }

  #isHistory(event) {
    if (!this.#refusedBefore) {
      return false;
    }
    if (event.type === 'keydown') {
      return (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
    }
    return (event.type === 'beforeinput' || event.type === 'input') && /^history/.test(event.inputType ?? '');
  }

  #shows(event) {
    const input = this.#input;
    if (!input) {
      return false;
    }
    const inserted = this.#insertedBy(event);
    if (inserted) {
      const { value, selectionStart, selectionEnd } = input;
      const after = value.slice(0, selectionStart) + inserted + value.slice(selectionEnd);
      if (containsCode(inserted) || looksLikeCode(after)) {
        return true;
      }
    }
    return looksLikeCode(input.value) || looksLikeCode(String(this.#host.value ?? ''));
  }

  #insertedBy(event) {
    switch (event.type) {
      case 'paste':
        return event.clipboardData?.getData('text/plain');
      case 'drop':
        return event.dataTransfer?.getData('text/plain');
      case 'beforeinput':
        return event.data ?? event.dataTransfer?.getData('text/plain');
      default:
        return '';
    }
  }

  #refuse(event) {
    if (event.type !== 'focusout' && event.type !== 'blur') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.#locked = true;
    this.#refusedBefore = true;
    this.#empty();
    this.#setReadonly(true);
    if (event.type === 'drop') {
      this.#input.focus();
    }
    this.dispatchEvent(new CustomEvent('code-guard-refused'));
  }

  /** Empties the field and says so in the ordinary way, so that the server's value follows in order. */
  #empty() {
    this.#emptying = true;
    try {
      const input = this.#input;
      input.value = '';
      this.#host.value = '';
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    } finally {
      this.#emptying = false;
    }
  }
}

if (!customElements.get('carddesk-code-guard')) {
  customElements.define('carddesk-code-guard', CodeGuard);
}
