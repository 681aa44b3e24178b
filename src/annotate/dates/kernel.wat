;; Reads a text as lexemes, and says which of them a date may begin at. `scan.ts`, `assemble.ts`, `number-words.ts` and `findPlaces`
;; of automaton.ts have the same in plain JavaScript; `kernel.ts` says what lies where.
(module
  (memory (import "env" "memory") 1)
  (global $slotHash (import "env" "slotHash") i32)
  (global $slotId (import "env" "slotId") i32)
  (global $slotShift (import "env" "slotShift") i32)
  (global $lastSlot (import "env" "lastSlot") i32)
  (global $hint (import "env" "hint") i32)
  (global $isMark (import "env" "isMark") i32)
  (global $wordKind (import "env" "wordKind") i32)
  (global $root (import "env" "root") i32)
  (global $wordOf (import "env" "wordOf") i32)
  (global $wordValue (import "env" "wordValue") i32)
  (global $firstEdge (import "env" "firstEdge") i32)
  (global $edgeSyllable (import "env" "edgeSyllable") i32)
  (global $edgeNode (import "env" "edgeNode") i32)
  (global $digit (import "env" "digit") i32)
  (global $ones (import "env" "ones") i32)
  (global $looseMark (import "env" "looseMark") i32)
  (global $tightMark (import "env" "tightMark") i32)
  (global $base (import "env" "base") i32)
  (global $from (import "env" "from") i32)
  (global $to (import "env" "to") i32)
  (global $firstEnd (import "env" "firstEnd") i32)
  (global $codes (import "env" "codes") i32)
  (global $raw (import "env" "raw") i32)
  (global $kind (import "env" "kind") i32)
  (global $symbol (import "env" "symbol") i32)
  (global $value (import "env" "value") i32)
  (global $start (import "env" "start") i32)
  (global $end (import "env" "end") i32)
  (global $places (import "env" "places") i32)
  (global $number (import "env" "number") i32)
  (global $year (import "env" "year") i32)
  (global $firstYear (import "env" "firstYear") i32)
  (global $moreYears (import "env" "moreYears") i32)
  (global $bigNumber (import "env" "bigNumber") i32)
  (global $numWord (import "env" "numWord") i32)
  (global $firstUnit (import "env" "firstUnit") i32)
  (global $lastUnit (import "env" "lastUnit") i32)

  ;; How many lexemes there are.
  (global $count (export "count") (mut i32) (i32.const 0))
  ;; What a number of several words says.
  (global $numeral (mut i32) (i32.const 0))

  ;; Puts the lexemes of the first codes into the columns and returns how many places there are; 0 where the text cannot hold a date.
  (func (export "lex") (param $length i32) (result i32)
    (global.set $count (i32.const 0))
    (if (i32.eqz (call $scan (local.get $length))) (then (return (i32.const 0))))
    (call $assemble (local.get $length))
    (call $findPlaces))

  ;; Fills the raw columns, records of 16 bytes: start, end, value, kind. Says whether anything in the text can belong to a date.
  (func $scan (param $length i32) (result i32)
    (local $at i32) (local $stop i32) (local $first i32) (local $begin i32) (local $unit i32) (local $hash i32) (local $slot i32)
    (local $id i32) (local $raw i32) (local $behind i32) (local $hints i32) (local $kind i32)
    (local.set $at (global.get $codes))
    (local.set $stop (i32.add (local.get $at) (i32.shl (local.get $length) (i32.const 1))))
    ;; A line break behind the text ends its last word.
    (i32.store16 (local.get $stop) (i32.const 0x0a))
    (local.set $raw (global.get $raw))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $stop)))
        (local.set $first (i32.load16_u (local.get $at)))
        (local.set $unit (i32.load8_u (local.get $first)))
        (local.set $begin (local.get $at))
        (local.set $at (i32.add (local.get $at) (i32.const 2)))
        (br_if $next (i32.eqz (local.get $unit)))
        (block $found
          (if (i32.lt_u (local.get $unit) (i32.const 128))
            (then
              (local.set $hash (i32.const 0))
              (loop $letter
                (local.set $hash (i32.mul (i32.xor (local.get $hash) (local.get $unit)) (i32.const 0x9e3779b1)))
                (local.set $unit (i32.load8_u (i32.load16_u (local.get $at))))
                (local.set $at (i32.add (local.get $at) (i32.const 2)))
                (br_if $letter (i32.lt_u (i32.sub (local.get $unit) (i32.const 1)) (i32.const 127))))
              (local.set $at (i32.sub (local.get $at) (i32.const 2)))
              (local.set $slot (i32.shr_u (local.get $hash) (global.get $slotShift)))
              (block $looked
                (loop $look
                  (local.set $id (i32.load16_u (i32.add (global.get $slotId) (i32.shl (local.get $slot) (i32.const 1)))))
                  (br_if $looked (i32.eqz (local.get $id)))
                  (br_if $looked (i32.eq
                    (i32.load (i32.add (global.get $slotHash) (i32.shl (local.get $slot) (i32.const 2))))
                    (local.get $hash)))
                  (local.set $slot (i32.and (i32.add (local.get $slot) (i32.const 1)) (global.get $lastSlot)))
                  (br $look)))
              (if (i32.eq (local.get $unit) (i32.const 128))
                (then
                  (if (i32.eqz (call $isWritten (local.get $raw) (local.get $id) (local.get $begin)))
                    (then
                      ;; `U23`, `A320neo`
                      (local.set $behind (i32.const 4))
                      (loop $more
                        (local.set $unit (i32.load8_u (i32.load16_u (local.get $at))))
                        (br_if $next (i32.or (i32.eqz (local.get $unit)) (i32.eq (local.get $unit) (i32.const 129))))
                        (local.set $at (i32.add (local.get $at) (i32.const 2)))
                        (br $more))))))
              (if (i32.eqz (local.get $id))
                (then
                  (local.set $behind (i32.const 4))
                  (br $next)))
              (local.set $hints (i32.or
                (local.get $hints)
                (i32.load (i32.add (global.get $hint) (i32.shl (local.get $id) (i32.const 2))))))
              (local.set $first (local.get $id))
              (local.set $kind (i32.const 1))
              (br $found)))
          (if (i32.eq (local.get $unit) (i32.const 128))
            (then
              (loop $digit
                (if (i32.eq
                      (i32.load8_u (i32.load16_u (local.get $at)))
                      (i32.const 128))
                  (then
                    (local.set $at (i32.add (local.get $at) (i32.const 2)))
                    (br $digit))))
              (local.set $hints (i32.or (local.get $hints) (i32.const 1)))
              (local.set $kind (i32.const 2))
              (br $found)))
          (local.set $kind (i32.const 3)))
        (i32.store (local.get $raw) (i32.shr_u (i32.sub (local.get $begin) (global.get $codes)) (i32.const 1)))
        (i32.store offset=4 (local.get $raw) (i32.shr_u (i32.sub (local.get $at) (global.get $codes)) (i32.const 1)))
        (i32.store offset=8 (local.get $raw) (local.get $first))
        (i32.store offset=12 (local.get $raw) (i32.or (local.get $kind) (local.get $behind)))
        (local.set $raw (i32.add (local.get $raw) (i32.const 16)))
        (local.set $behind (i32.const 0))
        (br $next)))
    (i32.store (local.get $raw) (local.get $length))
    (i32.store offset=4 (local.get $raw) (local.get $length))
    (i32.store offset=12 (local.get $raw) (local.get $behind))
    (i32.or
      (i32.and (local.get $hints) (i32.const 1))
      (i32.and (i32.and (local.get $hints) (i32.shr_u (local.get $hints) (i32.const 1))) (i32.const 0x2aaaaaaa))))

  ;; Whether a syllable is a unit of time that begins right where digits end (`18h30`), of which `raw` is the record behind.
  (func $isWritten (param $raw i32) (param $id i32) (param $begin i32) (result i32)
    (if (i32.eqz (i32.load8_u (i32.add (global.get $isMark) (local.get $id)))) (then (return (i32.const 0))))
    (if (i32.eq (local.get $raw) (global.get $raw)) (then (return (i32.const 0))))
    (local.set $raw (i32.sub (local.get $raw) (i32.const 16)))
    (i32.and
      (i32.eq (i32.and (i32.load offset=12 (local.get $raw)) (i32.const 3)) (i32.const 2))
      (i32.eq (i32.load offset=4 (local.get $raw)) (i32.shr_u (i32.sub (local.get $begin) (global.get $codes)) (i32.const 1)))))

  ;; Turns the raw records into lexemes. Places among them are addresses here.
  (func $assemble (param $length i32)
    (local $at i32) (local $mark i32) (local $id i32) (local $simple i32) (local $behind i32)
    (local.set $at (global.get $raw))
    (loop $next
      (local.set $mark (i32.load offset=12 (local.get $at)))
      (if (i32.ge_u (local.get $mark) (i32.const 4))
        (then (call $other (i32.load (local.get $at)) (i32.load (local.get $at)))))
      (local.set $mark (i32.and (local.get $mark) (i32.const 3)))
      (if (i32.eq (local.get $mark) (i32.const 1))
        (then
          (local.set $id (i32.load offset=8 (local.get $at)))
          (local.set $simple (i32.load16_s (i32.add (global.get $wordKind) (i32.shl (local.get $id) (i32.const 1)))))
          (if (i32.ge_s (local.get $simple) (i32.const 0))
            (then
              (call $push (local.get $simple)
                (call $valueOf (i32.load16_u (i32.add (global.get $root) (i32.shl (local.get $id) (i32.const 1)))))
                (i32.load (local.get $at)) (i32.load offset=4 (local.get $at)))
              (local.set $at (i32.add (local.get $at) (i32.const 16)))
              (br $next)))
          (if (i32.eq (local.get $simple) (i32.const -2))
            (then
              (call $other (i32.load (local.get $at)) (i32.load offset=4 (local.get $at)))
              (local.set $at (i32.add (local.get $at) (i32.const 16)))
              (br $next)))
          (local.set $behind (call $numberWords (local.get $at)))
          (if (local.get $behind)
            (then
              (call $push (global.get $numWord) (global.get $numeral) (i32.load (local.get $at)) (i32.load (i32.sub (local.get $behind) (i32.const 12))))
              (local.set $at (local.get $behind)))
            (else (local.set $at (call $word (local.get $at)))))
          (br $next)))
      (if (i32.eq (local.get $mark) (i32.const 2))
        (then
          (local.set $at (call $digits (local.get $at) (local.get $length)))
          (br $next)))
      (if (i32.eq (local.get $mark) (i32.const 3))
        (then
          (call $push
            (i32.load8_u (i32.add
              (i32.load offset=8 (local.get $at))
              (select (global.get $tightMark) (global.get $looseMark) (call $isTight (i32.load (local.get $at)) (local.get $length)))))
            (i32.const 0) (i32.load (local.get $at)) (i32.load offset=4 (local.get $at)))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $next)))))

  (func $push (param $kind i32) (param $value i32) (param $start i32) (param $end i32)
    (local $at i32) (local $four i32)
    (local.set $at (global.get $count))
    (local.set $four (i32.shl (local.get $at) (i32.const 2)))
    (i32.store8 (i32.add (global.get $kind) (local.get $at)) (local.get $kind))
    (i32.store8 (i32.add (global.get $symbol) (local.get $at)) (local.get $kind))
    (i32.store (i32.add (global.get $value) (local.get $four)) (local.get $value))
    (i32.store (i32.add (global.get $start) (local.get $four)) (local.get $start))
    (i32.store (i32.add (global.get $end) (local.get $four)) (local.get $end))
    (global.set $count (i32.add (local.get $at) (i32.const 1))))

  ;; A word that says nothing; it joins such a word before it.
  (func $other (param $start i32) (param $end i32)
    (local $last i32)
    (local.set $last (i32.sub (global.get $count) (i32.const 1)))
    (if (i32.ge_s (local.get $last) (i32.const 0))
      (then
        (if (i32.eqz (i32.load8_u (i32.add (global.get $kind) (local.get $last))))
          (then
            (i32.store (i32.add (global.get $end) (i32.shl (local.get $last) (i32.const 2))) (local.get $end))
            (return)))))
    (call $push (i32.const 0) (i32.const 0) (local.get $start) (local.get $end)))

  (func $valueOf (param $node i32) (result i32)
    (i32.load16_s (i32.add (global.get $wordValue) (i32.shl (local.get $node) (i32.const 1)))))

  (func $isWord (param $at i32) (result i32)
    (local $unit i32)
    (local.set $unit (i32.load8_u (i32.load16_u (i32.add (global.get $codes) (i32.shl (local.get $at) (i32.const 1))))))
    (i32.and (i32.ne (local.get $unit) (i32.const 0)) (i32.ne (local.get $unit) (i32.const 129))))

  (func $isTight (param $at i32) (param $length i32) (result i32)
    (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))
    (if (i32.ge_u (i32.add (local.get $at) (i32.const 1)) (local.get $length)) (then (return (i32.const 0))))
    (i32.and
      (call $isWord (i32.sub (local.get $at) (i32.const 1)))
      (call $isWord (i32.add (local.get $at) (i32.const 1)))))

  ;; What a syllable that follows without a word between is in a column of numerals; 0 for none.
  (func $in (param $column i32) (param $at i32) (result i32)
    (if (i32.ne (i32.load offset=12 (local.get $at)) (i32.const 1)) (then (return (i32.const 0))))
    (i32.load8_u (i32.add (local.get $column) (i32.load offset=8 (local.get $at)))))

  ;; A number of several words; returns the place behind it, 0 where there is none.
  (func $numberWords (param $at i32) (result i32)
    (local $first i32) (local $scale i32) (local $next i32)
    (local.set $first (i32.load8_u (i32.add (global.get $digit) (i32.load offset=8 (local.get $at)))))
    (if (i32.gt_u (i32.sub (local.get $first) (i32.const 1)) (i32.const 9)) (then (return (i32.const 0))))
    (if (i32.eq (local.get $first) (i32.const 10))
      (then
        (local.set $next (call $in (global.get $ones) (i32.add (local.get $at) (i32.const 16))))
        (global.set $numeral (i32.add (i32.const 10) (local.get $next)))
        (return (select (i32.add (local.get $at) (i32.const 32)) (i32.const 0) (local.get $next)))))
    (local.set $scale (call $in (global.get $digit) (i32.add (local.get $at) (i32.const 16))))
    (global.set $numeral (i32.mul (local.get $first) (i32.const 10)))
    (if (i32.eq (local.get $scale) (i32.const 12)) (then (return (i32.add (local.get $at) (i32.const 32)))))
    (if (i32.eq (local.get $scale) (i32.const 11)) (then (return (call $tens (i32.add (local.get $at) (i32.const 32))))))
    (if (i32.ne (local.get $scale) (i32.const 13)) (then (return (i32.const 0))))
    (local.set $first (i32.mul (local.get $first) (i32.const 100)))
    (local.set $next (call $in (global.get $digit) (i32.add (local.get $at) (i32.const 32))))
    (if (i32.lt_u (i32.sub (local.get $next) (i32.const 1)) (i32.const 9))
      (then
        (if (i32.eq (call $in (global.get $digit) (i32.add (local.get $at) (i32.const 48))) (i32.const 11))
          (then
            (global.set $numeral (i32.add (local.get $first) (i32.mul (local.get $next) (i32.const 10))))
            (return (call $tens (i32.add (local.get $at) (i32.const 64))))))))
    (global.set $numeral (local.get $first))
    (i32.add (local.get $at) (i32.const 32)))

  ;; Adds the ones behind tens, and returns the place behind them.
  (func $tens (param $at i32) (result i32)
    (local $unit i32)
    (local.set $unit (call $in (global.get $ones) (local.get $at)))
    (global.set $numeral (i32.add (global.get $numeral) (local.get $unit)))
    (select (i32.add (local.get $at) (i32.const 16)) (local.get $at) (local.get $unit)))

  ;; The longest word of the lexicon that begins here; returns the place behind it.
  (func $word (param $at i32) (result i32)
    (local $node i32) (local $found i32) (local $behind i32) (local $next i32) (local $kind i32) (local $edge i32) (local $last i32)
    (local $id i32)
    (local.set $next (i32.add (local.get $at) (i32.const 16)))
    (local.set $behind (local.get $next))
    (local.set $node (i32.load16_u (i32.add (global.get $root) (i32.shl (i32.load offset=8 (local.get $at)) (i32.const 1)))))
    (block $longest
      (loop $deeper
        (br_if $longest (i32.eqz (local.get $node)))
        (if (i32.ne (i32.load8_u (i32.add (global.get $wordOf) (local.get $node))) (i32.const 255))
          (then
            (local.set $found (local.get $node))
            (local.set $behind (local.get $next))))
        (br_if $longest (i32.ne (i32.load offset=12 (local.get $next)) (i32.const 1)))
        (local.set $id (i32.load offset=8 (local.get $next)))
        (local.set $node (i32.add (global.get $firstEdge) (i32.shl (local.get $node) (i32.const 1))))
        (local.set $last (i32.load16_u offset=2 (local.get $node)))
        (local.set $edge (i32.load16_u (local.get $node)))
        (local.set $node (i32.const 0))
        (block $led
          (loop $edges
            (br_if $led (i32.ge_u (local.get $edge) (local.get $last)))
            (if (i32.eq
                  (i32.load16_u (i32.add (global.get $edgeSyllable) (i32.shl (local.get $edge) (i32.const 1))))
                  (local.get $id))
              (then
                (local.set $node (i32.load16_u (i32.add (global.get $edgeNode) (i32.shl (local.get $edge) (i32.const 1)))))
                (br $led)))
            (local.set $edge (i32.add (local.get $edge) (i32.const 1)))
            (br $edges)))
        (local.set $next (i32.add (local.get $next) (i32.const 16)))
        (br $deeper)))
    (if (local.get $found) (then (local.set $kind (i32.load8_u (i32.add (global.get $wordOf) (local.get $found))))))
    (if (local.get $kind)
      (then
        (call $push (local.get $kind) (call $valueOf (local.get $found))
          (i32.load (local.get $at)) (i32.load (i32.sub (local.get $behind) (i32.const 12)))))
      (else (call $other (i32.load (local.get $at)) (i32.load (i32.sub (local.get $behind) (i32.const 12))))))
    (local.get $behind))

  ;; A run of digits: a number, a number with thousands, or part of a word; returns the place behind it.
  (func $digits (param $at i32) (param $length i32) (result i32)
    (local $start i32) (local $end i32) (local $behind i32) (local $kind i32) (local $number i32) (local $digit i32) (local $most i32)
    (local.set $start (i32.load (local.get $at)))
    (local.set $end (i32.load offset=4 (local.get $at)))
    (local.set $behind (i32.add (local.get $at) (i32.const 16)))
    (local.set $kind (select (global.get $number) (global.get $bigNumber)
      (i32.le_u (i32.sub (local.get $end) (local.get $start)) (i32.const 4))))
    (block $whole
      (loop $thousands
        (br_if $whole (i32.gt_u (i32.sub (local.get $end) (i32.load (i32.sub (local.get $behind) (i32.const 16)))) (i32.const 3)))
        (br_if $whole (i32.ne (i32.load offset=8 (local.get $behind)) (i32.const 0x2e)))
        (br_if $whole (i32.ne (i32.load offset=12 (local.get $behind)) (i32.const 3)))
        (br_if $whole (i32.ne (i32.load (local.get $behind)) (local.get $end)))
        (br_if $whole (i32.ne (i32.load offset=28 (local.get $behind)) (i32.const 2)))
        (br_if $whole (i32.ne (i32.load offset=16 (local.get $behind)) (i32.add (local.get $end) (i32.const 1))))
        (br_if $whole (i32.ne (i32.load offset=20 (local.get $behind)) (i32.add (local.get $end) (i32.const 4))))
        (local.set $kind (global.get $bigNumber))
        (local.set $end (i32.add (local.get $end) (i32.const 4)))
        (local.set $behind (i32.add (local.get $behind) (i32.const 32)))
        (br $thousands)))
    (block $free
      (br_if $free (i32.ge_u (local.get $end) (local.get $length)))
      (br_if $free (i32.eqz (call $isWord (local.get $end))))
      (if (i32.ne (i32.load (local.get $behind)) (local.get $end))
        (then
          (call $other (local.get $start) (local.get $end))
          (return (local.get $behind))))
      (br_if $free (call $isTimeUnit (local.get $behind)))
      (call $other (local.get $start) (local.get $end))
      (return (select
        (i32.add (local.get $behind) (i32.const 16))
        (local.get $behind)
        (i32.eq (i32.load offset=12 (local.get $behind)) (i32.const 1)))))
    (local.set $at (i32.add (global.get $codes) (i32.shl (local.get $start) (i32.const 1))))
    (local.set $most (i32.add (local.get $start) (i32.const 11)))
    (local.set $most (i32.add (global.get $codes)
      (i32.shl (select (local.get $end) (local.get $most) (i32.lt_u (local.get $end) (local.get $most))) (i32.const 1))))
    (loop $each
      (local.set $digit (i32.sub (i32.load16_u (local.get $at)) (i32.const 0x30)))
      (if (i32.and (i32.ge_s (local.get $digit) (i32.const 0)) (i32.lt_u (local.get $number) (i32.const 100000000)))
        (then (local.set $number (i32.add (i32.mul (local.get $number) (i32.const 10)) (local.get $digit)))))
      (local.set $at (i32.add (local.get $at) (i32.const 2)))
      (br_if $each (i32.lt_u (local.get $at) (local.get $most))))
    (call $push (local.get $kind) (local.get $number) (local.get $start) (local.get $end))
    (if (i32.and
          (i32.eq (local.get $kind) (global.get $number))
          (i32.le_u (i32.sub (local.get $number) (global.get $firstYear)) (global.get $moreYears)))
      (then (i32.store8 (i32.sub (i32.add (global.get $symbol) (global.get $count)) (i32.const 1)) (global.get $year))))
    (local.get $behind))

  ;; A unit of time written onto its number.
  (func $isTimeUnit (param $at i32) (result i32)
    (local $kind i32)
    (if (i32.ne (i32.load offset=12 (local.get $at)) (i32.const 1)) (then (return (i32.const 0))))
    (local.set $kind (i32.load8_u (i32.add
      (global.get $wordOf)
      (i32.load16_u (i32.add (global.get $root) (i32.shl (i32.load offset=8 (local.get $at)) (i32.const 1)))))))
    (i32.and (i32.ge_u (local.get $kind) (global.get $firstUnit)) (i32.le_u (local.get $kind) (global.get $lastUnit))))

  ;; Puts the lexemes that a match can begin at into `places`, and returns how many there are.
  (func $findPlaces (result i32)
    (local $first i32) (local $at i32) (local $stop i32) (local $state i32) (local $cell i32) (local $place i32)
    (local.set $first (global.get $symbol))
    (local.set $stop (i32.add (local.get $first) (global.get $count)))
    (local.set $place (global.get $places))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $first) (local.get $stop)))
        (local.set $at (local.get $first))
        (local.set $state (i32.const 0))
        (block $none
          (loop $step
            (local.set $cell (i32.shl
              (i32.add
                (i32.load16_u (i32.add (global.get $base) (i32.shl (local.get $state) (i32.const 1))))
                (i32.load8_u (local.get $at)))
              (i32.const 1)))
            (br_if $none (i32.ne (i32.load16_u (i32.add (global.get $from) (local.get $cell))) (local.get $state)))
            (local.set $state (i32.load16_u (i32.add (global.get $to) (local.get $cell))))
            (br_if $none (i32.eqz (local.get $state)))
            (local.set $cell (i32.add (global.get $firstEnd) (i32.shl (local.get $state) (i32.const 1))))
            (if (i32.ne (i32.load16_u (local.get $cell)) (i32.load16_u offset=2 (local.get $cell)))
              (then
                (i32.store (local.get $place) (i32.sub (local.get $first) (global.get $symbol)))
                (local.set $place (i32.add (local.get $place) (i32.const 4)))
                (br $none)))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br_if $step (i32.lt_u (local.get $at) (local.get $stop)))))
        (local.set $first (i32.add (local.get $first) (i32.const 1)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $place) (global.get $places)) (i32.const 2)))
)
