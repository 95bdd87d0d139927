// How people in Thailand write numbers and dates, read as the server reads them (ThaiDates and Money in
// org.thun.shared).
const MONTHS = {
  th: ["มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม",
    "พฤศจิกายน", "ธันวาคม"],
  short: ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December"],
};
const FIRST_BUDDHIST_YEAR = 2400;
const ERA_OFFSET = 543;

export function westernDigits(text) {
  return text.replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - "๐".charCodeAt(0) + 48));
}

/** The plain number in what was typed ("๑,๒๐๐.๕" is "1200.5"), or null if it is none. */
export function plainNumber(typed) {
  const plain = westernDigits(typed.trim()).replace(/[,\s]/g, "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null;
}

/** With thousands separators, decimals as they were typed. */
export function separated(plain) {
  const [whole, decimals] = plain.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** The ISO form of a day typed in either era, either digits and several orders, or null if it is none. */
export function isoDate(typed) {
  const plain = westernDigits(typed.trim());
  let parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  if (parts) {
    return existing(+parts[1], +parts[2], +parts[3]);
  }
  parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain);
  if (parts) {
    return existing(+parts[3], +parts[2], +parts[1]);
  }
  parts = /^(\d{1,2})\s+(\S+)\s+(\d{4})$/.exec(plain);
  const month = parts ? monthNamed(parts[2]) : 0;
  return month ? existing(+parts[3], month, +parts[1]) : null;
}

/** "1 พ.ค. 2559" or "1 May 2016": what the server shows, and reads again. */
export function shortDate(iso, language) {
  const [year, month, day] = iso.split("-").map(Number);
  return language === "en"
    ? `${day} ${MONTHS.en[month - 1].slice(0, 3)} ${year}`
    : `${day} ${MONTHS.short[month - 1]} ${year + ERA_OFFSET}`;
}

/** "1 พฤษภาคม 2559" or "1 May 2016". */
export function longDate(iso, language) {
  const [year, month, day] = iso.split("-").map(Number);
  return language === "en"
    ? `${day} ${MONTHS.en[month - 1]} ${year}`
    : `${day} ${MONTHS.th[month - 1]} ${year + ERA_OFFSET}`;
}

function existing(year, month, day) {
  const commonEra = year >= FIRST_BUDDHIST_YEAR ? year - ERA_OFFSET : year;
  const date = new Date(Date.UTC(commonEra, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

function monthNamed(name) {
  const plain = (month) => month.replaceAll(".", "").toLowerCase();
  const same = (month) => plain(month) === plain(name);
  for (const months of [MONTHS.th, MONTHS.short, MONTHS.en, MONTHS.en.map((month) => month.slice(0, 3))]) {
    const index = months.findIndex(same);
    if (index >= 0) {
      return index + 1;
    }
  }
  return 0;
}
