;; Tables that are found in by hash.

;; The entry of a hash in a table, or -1.
(func $find (export "find") (param $prints i32) (param $mask i32) (param $shift i32) (param $hash i32) (result i32)
  (local $entry i32) (local $found i32) (local $print v128) (local $bucket v128)
  (local.set $entry (i32.and (i32.shl (i32.shr_u (local.get $hash) (local.get $shift)) (i32.const 3)) (local.get $mask)))
  (local.set $hash (i32.and (local.get $hash) (i32.const 0xffff)))
  (local.set $print (i16x8.splat (select (local.get $hash) (i32.const 1) (local.get $hash))))
  (local.set $bucket (v128.load (i32.add (local.get $prints) (i32.shl (local.get $entry) (i32.const 1)))))
  (local.set $found (i16x8.bitmask (i16x8.eq (local.get $bucket) (local.get $print))))
  (if (i32.and (i32.eq (local.get $found) (i32.const 0)) (i16x8.all_true (local.get $bucket)))
    (then
      (local.set $entry (i32.and (i32.add (local.get $entry) (i32.const 8)) (local.get $mask)))
      (local.set $bucket (v128.load (i32.add (local.get $prints) (i32.shl (local.get $entry) (i32.const 1)))))
      (local.set $found (i16x8.bitmask (i16x8.eq (local.get $bucket) (local.get $print))))))
  (select (i32.add (local.get $entry) (i32.ctz (local.get $found))) (i32.const -1) (local.get $found)))

;; What the phrase table says of a hash.
(func $step (param $hash i32) (result i32)
  (local.set $hash (call $find (global.get $phrasePrints) (global.get $phraseMask) (global.get $phraseShift) (local.get $hash)))
  (if (i32.lt_s (local.get $hash) (i32.const 0)) (then (return (i32.const 0))))
  (i32.load8_u (i32.add (global.get $phraseClasses) (local.get $hash))))

;; All that the tables say of a word, by its key and by key and case.
(func $look (export "look") (param $key i32) (param $cased i32)
  (i32.store (global.get $known) (call $find (global.get $wordPrints) (global.get $wordMask) (global.get $wordShift) (local.get $cased)))
  ;; Names, the gazetteer, triggers, glue, parts of names.
  (i32.store offset=4 (global.get $known) (call $step (call $join (i32.const 0x6e616d65) (local.get $key))))
  (i32.store offset=8 (global.get $known) (call $step (call $join (i32.const 0x67617a65) (local.get $key))))
  (i32.store offset=12 (global.get $known) (call $step (call $join (i32.const 0x74726967) (local.get $key))))
  (i32.store offset=16 (global.get $known) (call $step (call $join (i32.const 0x676c7565) (local.get $key))))
  (i32.store offset=20 (global.get $known) (call $step (call $join (i32.const 0x70617274) (local.get $key)))))
