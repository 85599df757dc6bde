/**
 * New moons 1600–2200 in Terrestrial Time: Moon and Sun at the same apparent geocentric longitude. One line a year (of
 * TT): the year, the first new moon as epoch milliseconds, then the distances from one to the next in milliseconds;
 * base 36 from the second number on.
 *
 * Source: src/TDBtimes.txt of github.com/ytliu0/ChineseCalendar (GPL-3.0, commit 4eebf690, 2026-03-19), computed by its
 * author from JPL DE431 with IAU 2006/2000A precession-nutation (TDB, taken as TT: below 2 ms). Received 2026-11-21. Astronomical
 * facts for comparison only: nothing shipped is made from them. Swiss Ephemeris 2.10.03 agrees within 0.11 s for 1800–2200.
 * Tolerance of our table: 1 s.
 */
export const newMoonsTt: string = `
1600 -44zbjhpdx 166dcga 161lzij 15xuc02 15w02ds 15wh1ph 15z3nj5 163cwvr 168jsd6 16dw86z 16idrnk 16kmi0d
1601 -44l99wqio 16ener7 1685bq9 1620xa0 15xnfg5 15ve9f2 15v46hs 15wmuax 15zyndl 1655gyn 16bs1d9 16iblpp 16m9jfm
1602 -4460t4i0a 16h016z 16ahroq 164adcs 15zenw8 15w4gpo 15ukqgg 15v1k2z 15xuijk 162zywj 169q5sm 16g8zqz
1603 -43rz0yr5x 16kyomq 16i8txb 16dedcp 167mb78 16203b2 15xl60w 15v85c1 15vdc7e 15xxz8j 162b5ri 167f8kj
1604 -43dx2n7vv 16fzy77 16i6ibr 16i3mql 16fblij 16adwtn 164ua65 160e3ca 15y2u64 15y0x03 15zmn6h 1621f1m 164qm6u
1605 -42yoh5rae 16b4emi 16e70as 16fomxg 16eql9m 16bs37z 1684xtz 1651i7m 1631b4c 1620uyo 161olf0 161vosb
1606 -42klx2qgm 164h2yl 166t2ol 169506b 16aunp1 16bqy9z 16byypr 16bluhs 16aizin 168nca5 166at8m 1646v5o 162w6et
1607 -425d3h50e 162glla 162po3k 163ermj 165170s 167s6ce 16b53xs 16dwlny 16ety8u 16dkqwu 16aydeh 16848fv
1608 -41rabz6cr 1634njq 160p154 15ythfi 15yfxej 1608fgd 1643xe1 1694bmv 16drw5r 16gqwcq 16hhvu5 16g6vkr
1609 -41d7s1rt5 168sbda 163r7ku 15z7rvw 15wa8vl 15vm6cu 15xaiun 160xqut 165wm59 16bfsxx 16gmsgk 16k8gok 16krnq7
1610 -40xz5og60 16bf7mt 164qcpa 15zblb5 15w0vxp 15uv417 15vlp86 15y490n 162gjv4 168ik4i 16fdary 16kw7hc
1611 -40jx7r4uy 16jniom 16do0ig 16737em 161iir6 15xi0hh 15v61q9 15uonf1 15wcp13 160dga1 166exag 16d6w9v
1612 -405vfiyhm 16kwc9j 16jnfa5 16fqt3h 16ae2d0 164p1ae 15zp3bb 15wc9pz 15vabj7 15wpxo1 1609dw5 1650e8f 169vdgv
1613 -3zqmyypju 16gvewa 16hyta3 16gng5t 16cv6tz 167n0lb 162nl2h 15zc0c4 15y975m 15z4koy 1614inh 163hwqk
1614 -3zckox5he 168zvjh 16c617u 16el05y 16f1osm 16d92yp 16a306s 166upzz 164fyko 1630tw1 162b936 1621vq0 162amdi
1615 -3yxbyioe5 1653yuo 167dg7q 169g60x 16awsdk 16bq6m2 16bzkuf 16bl7f1 16aamsi 1685aw3 165pdh7 163q6gc
1616 -3yj97wdx7 1625gpt 1622wli 162eb4z 163il43 165uc1s 1698net 16cs0yy 16f1m8q 16f1jrb 16czc6s 169zuu3
1617 -3y56hs0va 164b2ok 161lpn5 15z6yyz 15xwmgk 15ylvqw 161ma73 166eykt 16boxy1 16fvk9k 16hwkki 16hl8cc 16f8tl7
1618 -3xpxqkf7l 1666g59 1612f48 15x4zdm 15vatqm 15vw9x7 15yqpwh 163aafj 168sdl6 16eel7y 16j1n88 16l8zpd
1619 -3xbvhpr7h 16eomol 167vgsc 161kpy6 15x69vj 15v0ube 15uxmgo 15wo291 1606d5c 165h0pk 16c48ds 16ikyqg
1620 -3wxtn2qeh 16lkho3 16gq9jy 16a5jzi 163z8b1 15z7xsv 15w4m2x 15usegd 15vf8kq 15yay6e 163epg7 169y4kf 16g5zcj
1621 -3wil99b9j 16kcusk 16hmqn4 16cy6dm 167fr0c 16244d7 15xyj96 15vsg5q 15w1ior 15ylt8v 162smbv 167jjmo
1622 -3w4ja61fr 16f71uw 16h5exs 16h5jp3 16equ3c 16abdnj 1658fax 1613ynl 15yz8ec 15yysjo 160fuz8 162imgv
1623 -3vqgvnc1b 1675lr0 16a1vsz 16cwhsj 16ejdv9 16e2tun 16brc4l 168p8hh 1660mlt 1647h6t 1635lae 162jeg5 1629qm8
1624 -3vb83olag 163r02f 165nzam 167u10s 169pfxq 16b1ywp 16bwhpc 16c6ocd 16blzne 169ycvf 167htqx 16501xp
1625 -3ux5ccrge 16258k6 161oqds 161n0up 1629cj0 1640zby 1674tad 16b1ezm 16efvrx 16fw79d 16eupj4 16c2qld 168szn2
1626 -3uhwinl7v 162q8th 15zxjlx 15xwaxl 15xj956 15zh9sr 163nfn7 1693miz 16e9bg5 16hmtnn 16iiziw 16h1xbd
1627 -3u3tz8hb6 168qywd 163bl5l 15ykkd1 15vlu7i 15v18a5 15wwbth 160so0e 1661rt3 16bue3n 16h7l69 16kttnu
1628 -3tprv4xa4 16hm7c0 16b8gl1 164cdba 15yvdad 15vn4be 15unc7g 15vljdk 15yb15o 162rt75 168v19g 16fngxl 16l0mvz
1629 -3tajg25xg 16jdvdc 16dbaqa 166qycz 1619z9z 15xfwer 15vbqf6 15v1f35 15wtrd8 160uhmh 166qolt 16d8aob
1630 -3swhnkyxr 16kapf2 16iyihg 16f65sf 16a2xqt 164pj0p 1600g1w 15ww085 15vz89j 15xfz34 160ux2i 165agsq
1631 -3sifk7qrf 16dayyo 16fujbm 16gwhc3 16fvcmf 16cl4fz 167vub1 163avjk 1607wct 15z88v3 16010hz 161rcrm 163obgr
1632 -3s36vxjw7 1683f1o 16axjo4 16dc2ew 16e5i00 16cyh59 16af2q9 167omda 165k7pz 16472eu 163at2k 162n1n0
1633 -3rp48b79l 162s6xr 1644m29 1664bvx 1687svp 16a09h4 16bdss3 16carnx 16chkuy 16bjvi0 169fem2 166ox1c 1647pc0
1634 -3r9vehn5p 161jh9w 1613qkl 1619onc 162gdk6 1651w07 168wvqw 16d1z30 16fwr0n 16g9dcl 16e6jin 16aulub
1635 -3qvsoixns 16433iv 160yrnz 15ycflj 15x172i 15xugvj 16135g6 1668ob1 16bywxp 16gkvsm 16iueqd 16ih798
1636 -3qhq98c9s 16bd88n 165vp0i 160icqa 15wi4zm 15uq9uy 15vhepv 15yjsoi 163cirl 1693gpn 16ewaao 16jlik0 16lozn4
1637 -3q2hpmqss 16ekrwo 167jk64 16159zx 15wryh8 15urlmg 15uvw0j 15wtz6h 160hqhy 165u8au 16cfbvn 16iqaei
1638 -3pofvc2jm 16ladb3 16gcehk 169s1rx 163pell 15z4gw4 15w96xg 15v4xbu 15vxem8 15yuio9 163u3lj 16a3i64
1639 -3pae129c4 16jekmy 16jl8lt 16gxiva 16ci7lp 167ccfq 162d4a9 15yhfnk 15whsbe 15wtce0 15zb0lo 1638hha 167jg6u
1640 -3ov5hphl0 16e8tcy 16g10p4 16g6x4b 16e86iq 16acpxx 165r29v 161xwj1 15zyflz 15zxl9i 1617sez 162wjsg
1641 -3oh32e9a2 166g9y0 168x3le 16blsrn 16dfpji 16dhq8k 16btrn6 169csao 1672gvo 165f1jk 1649s74 163bngc
1642 -3o30coc6l 162amam 162xngw 164hjua 166ju2g 168ml0b 16ag7jx 16bxlfo 16cuxht 16crhgt 16b9x99 168muei 165p1ov
1643 -3nnrivdjr 161q759 160ulfb 160kycb 161715r 1635fjh 166mijg 16b21gs 16f1ok2 16gygwv 16g1wnk 16d200a
1644 -3n9ov8xw2 165odj9 1629473 15z6lq8 15x2jj6 15wrwr1 15yw6zb 163cgh7 1696iig 16ercv4 16ig5v8 16jev7c 16hqdtm
1645 -3mug6lwz7 168lpzr 162v4fk 15xz8l4 15v18gj 15ul7xy 15wnend 160s7v2 1669s7w 16c91st 16hp95y 16l9esn
1646 -3mge3746z 16hkrev 16ays0s 163yhrx 15yhqsh 15vdo43 15ukv60 15vqw0v 15ymk4w 1635syl 1696xj9 16ft3ys
1647 -3m2cas2by 16m6y3t 16iy8ck 16cwcu3 166gav6 1615xqf 15xjwlq 15vnwc8 15vjxk9 15xett7 161cr6n 1670233 16d3suc
1648 -3ln3vphh9 16ji2z7 16i5j0d 16el6vh 169uupy 164v64z 160hl40 15xkwwc 15wrsf3 15y7j1i 161ffcp 165gzwf
1649 -3l91rgb2k 16cgutx 16epsbq 16fsj6v 16f40p9 16cdudv 1688sl1 1642rac 1617ufb 1609ufc 160xsah 162c3gy
1650 -3kuz85fug 1655op1 1672qbg 169me9t 16c2ftl 16dahiv 16cqnv9 16av6x7 168n2qv 166sdrw 165f9gl 1649hfv 1634ohl
1651 -3kfqetgt9 1625aew 1632ft8 164uu5n 1671bbo 169738y 16b5e61 16cpt0s 16dgvhe 16cuazp 16ao9a1 167krrx
1652 -3k1nnixcw 162ah1i 160uuwh 1604rjl 1607u5h 161ilej 164ebt1 168p9n7 16deduk 16gs538 16hf8ww 16f9xzr 16bkicx
1653 -3jmeve37m 163s47y 160b8g5 15xjkxj 15w92o6 15x780w 160o8q2 1665qg0 16cafsv 16h9csc 16jp1s7 16j8e09
1654 -3j8cgqrvh 16bdjg1 165j6ce 15zyxm9 15vxwz3 15u9ogb 15v780n 15yhk6g 163ig2i 169fzfj 16fc0sw 16jzyy6
1655 -3iuahqqlb 16jxvco 16ecsxj 1677515 160sibe 15wihkk 15uo9p8 15v02s8 15x4t5p 160vzgr 16679di 16cmj02 16ioiau
1656 -3if23rb4r 16ku3o7 16fw7h9 169g3nc 163jzaz 15z6slw 15wjldv 15vm7c0 15wigiz 15zek5q 16478vv 16a41md
1657 -3i108xgvn 16in6tk 16ipuj9 16g7nyf 16c4iv4 167da0z 162red2 15z5g22 15xb2gt 15xn4k2 15zzmpl 163l3vi
1658 -3hmy014la 16anblq 16d5fvo 16etldp 16f7ydu 16drtot 16aihfg 166fb4r 162xewa 1611v95 160y36j 161y508 1635wwk
1659 -3h7p96wtr 165lct0 167oozm 16aa6zb 16cdsyx 16d0hak 16c197b 16a5iwt 1688gj0 166ol4c 165cw5v 163zr9a
1660 -3gtmj3y02 161uhmu 1620t50 163am9h 165byg2 167nxmn 169zd3g 16c391t 16dmjmc 16dyieg 16ckr8r 169oshb
1661 -3gfjsrlxy 163ac6o 1617e0b 15zyz06 15zjtqc 1607jey 162drig 1668at4 16b65j4 16fpnpv 16i0ymp 16h74lx 16dxhc6
1662 -3g0b26he7 165jhf1 161pg04 15yfcd7 15wal9j 15w3zrm 15yfivm 16363lr 169d7np 16fb59p 16j83f7 16k690y
1663 -3fm8s6o5g 16e0sbg 168cmsc 162dr3u 15xfsq0 15ukl9m 15uadw3 15wjzlm 160wl6x 166kqfm 16cnmgq 16i3a4d 16lile1
1664 -3f70bdfp1 16he8k7 16anc7w 163m1kn 15y7qt8 15v8xfd 15un7du 15w0av0 15z0mr3 163k783 169gqem 16fuac6
1665 -3esyj1byv 16lqbg4 16ifrmm 16chiap 16683wq 1615rsn 15xsahn 15w45cy 15w5ieq 15y1ang 161uapd 1676gcb
1666 -3eewl1dy1 16h2x0r 16ikw3d 16ha799 16e0jfs 169pg7m 16554rk 1613pfs 15yeev3 15xnjnv 15yzz3w 161xyy4 165j0jh
1667 -3dznyrgcl 16bhnpx 16di0o5 16eo94i 16eeyir 16cashp 168qw9h 164zgka 162b513 161cfvx 161smgj 162s6jv
1668 -3dllervm2 164i2ng 165zcho 168bisa 16avnxe 16cjwqx 16cnqpw 16bfoqa 169okp2 1681kw0 166m1c0 1654cjp
1669 -3d7inicx1 1621ce1 161ezzg 161zgbm 163n11m 165y944 168i2wb 16b10x6 16d847j 16ei2we 16e4lnz 16bult4 168c7wy
1670 -3cs9u51vu 161y9rn 1603vti 15z61yg 15z8nq6 160p46a 163vrg3 168megs 16duatq 16hooc4 16ij0dl 16g8a3n
1671 -3ce7a2sdo 167lfdt 163d6tb 15zmx62 15wt3ly 15vlpom 15wq39s 160fnq4 16681n1 16coqhr 16hwyxk 16kf186 16jsfzy
1672 -3byyoeeie 16b8o33 1654v5j 15zh0j7 15vhkhc 15tyayt 15v2mp5 15yka7k 163rl15 169szuy 16fp41v 16k91hv
1673 -3bkwpytpg 16js2wy 16e1t9t 166ut14 160i8jo 15wczpe 15upmk0 15v8zqr 15xjmqw 161ck2t 166k51b 16cqqta
1674 -3b6uxryoc 16lhoxh 16k89wh 16fd52p 1694c55 163h9ie 15zdijl 15wz6e6 15w8iud 15x7f99 1600d4g 164j7yj 16a0f56
1675 -3armgt1vm 16hpsnw 16hqe9u 16fgnvw 16bsncl 167ia7a 163au0g 15zye25 15y7zc2 15yighn 160n6rl 163u3i9
1676 -3adk70sgq 169tl1n 16bz3fd 16dlmfu 16eaocw 16desj5 16asexu 1677mqs 163zzcp 1626mm0 161xrhb 162ljn2
1677 -39zhjw1xj 163tay5 164np9h 166fkdi 168zo2b 16be4r4 16clzi4 16cbmsp 16b0xi3 169g9iq 167ybf2 166e53n 164kbbg
1678 -39k8pm2r9 161b2ob 1612i75 1624eec 1646mio 166suaj 169m8at 16cc63i 16egfkp 16f60v1 16dthsi 16am8ig
1679 -3965zg47q 1634yt2 160lpuz 15z3hgm 15ylqmt 15zd4o0 161ryxg 165zfxi 16bdwd4 16gek34 16j152k 16i7545
1680 -38s3j8mav 169xgza 165aqtg 161577g 15xqmv2 15vnd0x 15vlu89 15y4j11 16344s1 169lsnb 16fti96 16jvhbm 16kr5qe
1681 -38cv00gkf 16e0a66 1681tx9 161xqad 15wzxbh 15u8rr8 15u4vq5 15wlnnm 1614srz 166x3hq 16d0bo3 16ic6ne
1682 -37yt52hz8 16lagt6 16h2ogi 16aadz9 163bcxl 15y1un8 15v9oan 15uvkb7 15wfbxg 15ziqop 163zsff 169o0ia 16fpcls
1683 -37jkrdy1h 16l2csm 16ht6n8 16c2j3k 166375g 161b3td 15y70h2 15wq93v 15wvcpv 15ypkdx 162ajcq 1678cw5
1684 -375islzr7 16g7jei 16hj4yv 16gdi4e 16dhomh 169oaay 165kmsh 161vbxg 15zc6i4 15yliw8 15zs5uv 162dq1m
1685 -36rgebxvi 16872xo 16aecxi 16c7ys9 16djn8i 16drcci 16cao7v 169cy19 1660bh4 163hr1a 162gi8d 162mien 163549b
1686 -36c7ledh5 163qk2u 164the2 166zzvh 169pxul 16bvnj1 16co08j 16c3u7t 16atibt 169ctsp 167satd 165vx5b
1687 -35y4txy9f 161obgh 160lkbp 160vxe4 162hae8 164z3q0 167xo92 16b0vof 16dthqq 16fkkg0 16fdtz4 16cxgd8
1688 -35k25p7zk 164tuqb 161is5f 15zcadz 15y9eow 15ydg92 1600enr 163hmh1 168mkaa 16eb1bw 16ijjit 16jj1uf 16h1s0f
1689 -354thay9z 167j2gy 162x8hx 15yzysh 15w5rvn 15v2ilk 15wdfle 160b496 166czem 16d379j 16iht7d 16kzufn
1690 -34qrctrgu 16gjncz 16b0hac 164q678 15z1bf6 15v58hw 15trxms 15v3blx 15yrpo3 1643ocg 16a5y11 16fygsz 16kbd07
1691 -34biycqka 16jgeor 16dok1l 166jwk9 160c462 15wd4m3 15uwwlj 15vn0uc 15y1qne 161tqlo 166ue5m 16cp7ek
1692 -33xh5x6ad 16ktg5f 16jisg5 16euati 168w0u7 163jz6n 15zqaqx 15xk6b2 15wyjwd 15xxp5f 160kse2 164r9gi
1693 -33jf30rsh 16e6m82 16gnxzh 16gox77 16eq8vy 16bjlcc 167rnsh 163z9xu 160vwne 15z7z1c 15zejkx 1618t2o 163yulu
1694 -3346e2q2z 168v3q8 16apptv 16cct1u 16der3x 16d4ztk 16b6vyd 1684xyd 1656t3y 163dl0o 162wj4h 1634v46
1695 -32q3qdmpr 1637zeg 163mak1 1655j5n 167r1b4 16aifrk 16ccic1 16cr1fb 16c0gjj 16aqdkr 1697ofx 167c1qz
1696 -32c0yqt91 162idd4 160nm2v 1602xe2 160zrpy 1634zbf 1662d30 169dhzd 16codbc 16fbuf1 16gcydd 16ezklm 16bfgwh
1697 -31ws6769n 162vvng 15zybej 15y8m7n 15xq9s1 15ymlki 161aiyy 165ulgu 16boelj 16h433d 16jzd2e 16j2zgw
1698 -31ipqlquv 16a09y0 164yl7r 160jxtl 15x3bwf 15v3gor 15v89oo 15xyne0 1636wa1 169xh2t 16gbzy1 16kffr7
1699 -314nqngxp 16ip91y 16dupub 167p05y 161iskw 15wni8g 15u1sm3 15u4n4p 15ws2vn 161g8mx 167a5b8 16daheh 16ifjs2
1700 -30pfddts0 16kymza 16godvf 169y6in 163411b 15y0ppf 15vfi7j 15v8eoa 15wxfrv 1601w8o 164e18m 169rm0s
1701 -30bdjfwgj 16jkqxw 16kagkw 16h5632 16bonc7 16619p4 161kgst 15ypzih 15xg0we 15xnh8z 15ze33e 162oqtg 1676ao0
1702 -2zw508vcj 16f7tmn 16ger9j 16fgez6 16d0nw0 169qok5 1664m82 162rdue 160d9mi 15zkojh 160ioyq 162p4jc
1703 -2zi2l4ux9 167eqwu 1697z1i 16axo27 16chetp 16d7z1w 16cfogt 16a3x1k 1674uj4 164pvnl 163jbhp 163ccqj
1704 -2z3zv8ujh 1631xxr 162vkcc 163n5xp 165qu91 168odug 16bc450 16cshmd 16cuy4r 16bzk4c 16amyym 168v97f 166imi5
1705 -2yor0ib0k 1617ltd 15zqvfs 15ztsdb 161f10o 1644j4t 167hx67 16b4luf 16eh741 16gn6c9 16gkm6g 16dvm2o
1706 -2yaock506 164qulx 160zsz7 15yjwcz 15xequ1 15xmglt 15zh87z 16399km 168rlj5 16eufne 16jdoan 16kep9i
1707 -2xwm1f02u 16cq3hg 167bk1f 162f8iq 15ye9gh 15vmefq 15uozgk 15w70jc 160c675 166lkgt 16di3w0 16iz7xv 16le24e
1708 -2xhdkvvhd 16gg8ii 16apjer 164c8h8 15yp1wt 15uxwg1 15tr5n8 15v9bhf 15z36xg 164hjtb 16ahnmx 16g3ix9
1709 -2x3bsd6z8 16lhha9 16j02x7 16d9kc4 166a37x 16092p9 15whh3j 15v8ue7 15w5gvy 15yn4n2 162c3iz 16734nr 16cjlof
1710 -2wo3e34iv 16jzprd 16ipmn1 16eahqb 168pelz 163qc1p 1607rf8 15y9yj9 15xsh40 15ypy4v 1614h8m 164vrc7
1711 -2wa1aav5q 16da21r 16fi2wc 16fm36b 16e171b 16be3lz 1685vmm 164soc2 161xch7 1609xxz 160a3xj 161rdg4
1712 -2vvyrb7ka 1663019 167tdak 169fjq6 16b5fmw 16clngu 16cym3h 16bor9t 1694yv6 166ez9w 164k1q6 163swdh 163ke7h
1713 -2vgpwybe9 162jx38 162k7zd 163wwlk 166l75t 169pztn 16c631f 16d8ydb 16d1jyp 16c0ja3 16af3ew 16863u4
1714 -2v2n5a13s 1628g3h 15zxpt8 15z3doe 15zxjtp 1627gl8 165goxo 16997gi 16d3rqn 16g8g4t 16hidvj 16g1dni
1715 -2uokk6uuz 16723hr 162iyjq 15za10g 15xfwyh 15wzer3 15y20fs 160yzrc 165u8gr 16c0ryj 16hs29c 16ksnz1 16jrtyt
1716 -2u9by5gnb 169yecg 164l15g 1600kuc 15wkesp 15upbk3 15v0rd3 15xy32e 163d2q8 16a9jg1 16gr8on 16kt414
1717 -2tv9ysmv0 16inty7 16dljjb 167bull 1616b8m 15wfb4r 15tzwh0 15u9o9h 15x371y 161uq0b 167nepb 16dheq2
1718 -2th86wp6r 16l32qa 16kgni0 16g6xfa 169mbzr 162zxt8 15y4kz6 15vr2yy 15vqu2q 15xjxjf 160n0kx 164quy8 169qaqh
1719 -2t1zrbnsx 16iqmlg 16jdbuc 16gfpn5 16bd1kn 1664b20 162046n 15zf612 15yanwj 15yi59c 16027sq 162zky1
1720 -2snxj24nh 16b2kne 16e37x0 16f84vj 16ejwl1 16cmerg 169xb54 166tea4 163royb 161h1bs 160kbu8 1617ett 162wupu
1721 -2s8orytxt 166iogb 167zk9b 169n83o 16bgib4 16cqyf4 16cntsk 16ayfs3 168ci1t 165zo29 164ljf7 163z7i8
1722 -2rum1nwko 162jzxp 161xhgz 162fwg5 164itx1 167pkm9 16aw7i5 16d0u6f 16dpjb6 16d7vw9 16bx948 169vopw
1723 -2rgjatzso 163nxnb 160n8jb 15yuz5g 15yt2tq 160gclv 163ep66 1676r1t 16bbl29 16f63y7 16holf3 16hnv68 16eoom2
1724 -2r1ajjf45 164kctw 160fvr3 15xt776 15wnttr 15x0ctj 15z31pb 1634xqg 168ynm7 16fd4i1 16k4a2m 16l4ws2
1725 -2qn893d65 16cte15 1672050 161xnf4 15xv06x 15v6r66 15ufrh7 15w4wwy 160gu6x 166w0k4 16dw1zd 16jck4k
1726 -2q96dg9md 16kcgvw 16g8h97 16ad5r0 163zrsg 15ygerj 15uvc3w 15tvgpc 15vjznt 15zi0dw 164w7l0 16aqngd 16g2ir9
1727 -2pty0ob8i 16kyajt 16ig33x 16cv1gk 166449l 160btq2 15ws5n0 15vqgt5 15wrwyl 15z9yz9 162suic 1677ah5
1728 -2pfw36wro 16gqssv 16j16fz 16hv3qy 16dsoa4 168n187 16420ox 160uhhl 15z3tnr 15yoee5 15zhnns 161l6m9 164vhzu
1729 -2p0nhou0d 16c96pp 16ea1m5 16ejh3s 16decsg 16bc8uu 168olp2 165qlqj 16327pc 161d7fl 16148o3 1625wbd
1730 -2omkxxkqw 165cxlr 166o2ay 1684adp 169zcii 16bvre4 16cwqko 16cbnqm 16a9jtd 167q18l 165qnih 164m7vc
1731 -2o8i6hx66 162ub8w 161rfa3 161gjcz 162plrt 165j1q0 1692kdf 16c4oh0 16dureg 16e4ohr 16dacbm 16bjjhs 168v48h
1732 -2nt9bwvbr 161ub1b 15z66qb 15y50yn 15yyurv 161eujo 165050x 169929l 16dlfk3 16h4w8p 16il5lt 16gylz6
1733 -2nf6r9koc 1671v37 1623f2l 15ylc2o 15wowy7 15wbuo2 15xlo25 160rxj6 165xq4c 16cfb5p 16ifhr3 16ligcd
1734 -2n14lidey 16fphd7 169sgaw 1645r66 15zi01p 15w4cmd 15ufe8k 15uy3b7 15y287d 163msen 16amlm2 16h3wz2 16l0y53
1735 -2mlw70z2l 16igdcv 16d9dcl 166z8xu 160x7n8 15wc4sj 15u3jnt 15ujte7 15xi45y 162as69 167za61 16djydn
1736 -2m7uezi0i 16kkbqb 16jufid 16fomau 169coey 162zuyo 15yd4ua 15w72u1 15wclf8 15y7yvc 1617h41 1650uyo
1737 -2ltsdlwe3 16eb0q9 16hsj0q 16ieaus 16fqrew 16b3wbq 166b19k 162jyi6 1608889 15z7z7k 15zdhk6 160olz5 1636hbs
1738 -2lejq3tpp 16a6mh8 16cvfqj 16e0ozx 16dovbs 16cbj42 16a8iql 167n1ai 164w0rq 162mvq7 161jas9 161sji1
1739 -2l0h3be6u 164cfx5 165it2q 166q992 168eo2j 16ajj7f 16cewhm 16d0rq6 16bwiz2 169lp7w 1678gvd 165k6e1 164gm6q
1740 -2kl888rk7 161y8b4 160yjun 161aqlj 163f34z 166w0zf 16alb4f 16dcuyp 16elsbk 16efi6x 16d4e8l 16ar37g
1741 -2k75hi0d8 163gk7i 1600eva 15xz7ek 15xuuor 15zltyl 162ts2l 1670b1q 16bm5zd 16fwjen 16iop3s 16imxv9
1742 -2jt30kviz 169we3w 1649qh1 15zuduj 15x3ofx 15w0h6h 15wjf3n 15yunj3 1635xyh 1699b9e 16fw7x9 16kraf0 16loa17
1743 -2jdugwdne 16cqiqw 166phc7 161gndj 15xfazj 15uwlno 15ucufv 15w8u0u 160q3pr 1678ew0 16e8alp 16jkjce
1744 -2izslo2da 16k5cku 16fw80z 169zwlh 163pk2m 15ybxd9 15uxr5a 15u4qtx 15vyups 15zzdo1 165azoi 16ax08q
1745 -2ilqsfrp1 16jdrvp 16ka21h 16htdic 16cgmjr 1660k15 160idtk 15x79c2 15wcfct 15xhtup 15zyi04 1638r5v 1677zcf
1746 -2i6iasdzf 16ftvje 16hy8gl 16gymy8 16dbpg3 168nwe9 164if7y 161mcim 16025nk 15zn28l 1609j89 161z8gv
1747 -2hsfx8u1p 1682rft 16b46zb 16d08fs 16dhkqh 16cuaf4 16beiku 169br95 166s6pj 16491iv 162g5jp 161vpxz 162g2y9
1748 -2hd74ndg8 164johg 165i10m 166unz9 168wg4c 16b9n0q 16cyfdz 16d1bbw 16bfk3d 1690q3s 166ux44 165blr3
1749 -2gz4cyeyb 162fsx5 160xahf 160dga0 161kqsu 164kdaq 168iqy3 16c6dui 16eipwg 16f8gkf 16eis3c 16ckj0a
1750 -2gl1o3rmo 165el1x 161d7kn 15ye2p4 15x8j76 15y4054 160r6wu 164ojq0 169csdi 16e4u1o 16i046b 16jjkwe 16hpcig
1751 -2g5syiqyf 166wyc6 161makz 15xyaq6 15w28fv 15vuaal 15xbrfh 160qfhi 1664l2j 16ctvbw 16iz3e3 16m1dnx
1752 -2frqtgod7 16fqer3 169jkr9 163r2vv 15z2th6 15vtba3 15ub28c 15v0p49 15yafea 163yc4t 16aydrd 16hc0nn
1753 -2fdp0miq7 16l6oj4 16i43a3 16cvk4k 166o5b1 160rua3 15wdu5i 15uce1b 15uyspi 15y0nwi 162s62v 16898rx 16dh903
1754 -2eygn4oyq 16jubh5 16j39o1 16f4zq5 1695a2g 1634lpd 15yrr0t 15wt7kv 15x3ihy 15yz37d 161ry7x 1657h13
1755 -2ekekwfzz 16dhkj3 16gopew 16hcfyd 16f2ekd 16ayakc 166n5jm 1639mjk 16167ia 1608753 160916k 1618fak
1756 -2e6c3bohx 1663kak 1696a9h 16blhyw 16ctk3y 16cw3d0 16c47x5 16anz97 168ksgm 1663cf5 163tpji 162gvdb 162a8q8
1757 -2dr39suyv 163pthq 164gg7q 165gfme 167794a 169oqws 16c5mj9 16dgvwg 16cxr5l 16ax37l 168hj4n 166gpsq
1758 -2dd0i0gzo 1634b3b 16196e0 15zydsp 1606jr3 162e2vo 16666nt 16ae7r1 16ds2re 16fjvqz 16fmw1z 16e8uyn 16bhrv6
1759 -2cxro9rde 16356ed 15zc491 15x4qt7 15x09aj 15ywe8x 162e7bb 166y5h3 16byvmh 16gmawv 16jlcmk 16jgmq4
1760 -2cjp7ybbd 169xphz 163xasq 15z9sol 15wh6zx 15vhenc 15w757q 15yqgdw 1639qyh 169kh3w 16gd0h8 16l9hjw
1761 -2c5n7eukv 16iiunp 16cksbq 166cslb 1611twn 15x3b4o 15uqth6 15uebc5 15wgl3d 1611v9r 167ky2f 16ehh4n 16jmh0l
1762 -2bqeu0q48 16js7t1 16fgxm5 169n4l6 163irf4 15ycn4n 15v5xss 15ujdz4 15whtp8 160inw2 165ok0h 16aypvr
1763 -2bcd0ccno 16ioqi3 16jgoku 16h58w5 16c4km5 16621gd 160v58u 15xs8tr 15x2rch 15y9p13 160m0pj 163ksvs
1764 -2ayatlj3w 16b24zu 16es6kn 16gtbcw 16g3ahu 16cyao4 168tr2l 16546m3 162itxi 1613bg0 160lyve 160ywrz 1628p24
1765 -2aj242o0g 1678k9l 169w9kx 16bpsr0 16ch49v 16cd6v7 16bksmk 16a3g80 167xwfv 165ic9u 163ixac 162k6fs
1766 -2a4zekx9x 1633abm 163meh8 164aev3 165m0ds 167wig0 16arp4u 16d4q94 16dv7aq 16coc0q 16abon3 167whcq 165vrdt
1767 -29pqjj2r4 161wekp 160134l 15zbfx5 160jk86 163qzq9 1684lm6 16ccsuo 16f9cs0 16gc9im 16foiq8 16dgmp1
1768 -29bnuxlz5 1659sum 160ti44 15xm3u4 15wejix 15xd92p 1608c5c 164hg1g 169jmgr 16ep3pg 16itkf3 16kdwb9
1769 -28xlizmuj 16d2sho 166oy9t 1614cx4 15xclh2 15vijej 15vgqxm 15x6ayi 160t2m5 166ec9h 16d8zml 16jg2pq 16meq25
1770 -28id1i9m5 16flw4u 1697v4a 163chvk 15yq97x 15vmmn1 15ubwcp 15v8ftd 15ymv5d 164c5zr 16b9cmb 16hfq2d
1771 -284b8ugwz 16kt2ao 16hna3r 16cgq48 166fb3c 160qxv9 15wkvyj 15uq9yz 15vhli4 15yl24u 1638u21 168fsju
1772 -27q9cfhow 16h0yan 16j001j 16iaiim 16empn8 1691eox 163dxvl 15zb05l 15xj5bd 15xwm9g 15zq61h 162a0ur 1659wqn
1773 -27b0s8vta 16cjv32 16fi6e2 16g9zka 16efh6c 16avno1 1673651 1643fyk 1627oqc 161a83q 1613wmg 161p2iu
1774 -26wy9y1le 165gj1z 1682jqh 16aafv7 16bnmgm 16c6aj1 16c0yma 16b7uhr 169mf7a 167cveu 16505kq 163b7q8
1775 -26ivj4lrc 162of9s 162yv65 163cs34 1648fuk 1663zwu 168zag8 16c1mrl 16e140d 16e109b 16c7ver 169ndcv 167816l
1776 -263mok5jh 162s3xp 160i2st 15yz8cp 15z5s6p 161hvol 165lf7b 16abcoq 16e9pbk 16gi084 16grttp 16f8tcl
1777 -25pk2uywk 167ml4s 162qubv 15ynes3 15wc97l 15w9gkc 15ybtyz 1623p0c 16709bb 16cdzi1 16hbnsb 16kebkc 16k3yk6
1778 -25abfh2qe 169tlfq 163i8p0 15ypmkn 15vxu0n 15v3go1 15w10p6 15ysaol 163ia6l 169xrgi 16gs58r 16lm0lc
1779 -24w9fjm2t 16ifmiv 16cam3a 165zc17 160pic9 15ww3cg 15uqwf1 15ulknt 15wt05c 161g719 167x1km 16emuiw
1780 -24i7nksyh 16l2k42 16j9z0w 16ezo0d 169blzu 163flha 15yi6uk 15vj5jh 15v2gzw 15x3w5g 1612w4j 1660e9b 16awb6t
1781 -242z88wng 16hucng 16ijdau 16gfl8a 16btki2 1666ktd 161c451 15yhs5i 15xx5ou 15z46rm 1619u2t 163uizr
1782 -23ox0mcg4 16a9io5 16dmbl7 16fm0yc 16f7w2y 16cn0jn 1693crh 165ugv2 163jkfp 1627a28 161l9xq 161lz0n
1783 -23auezy0u 1640drx 166ac4e 168mpg6 16agb2x 16bjjet 16c0248 16bvbqw 16aytll 1695sm9 166rlst 164jb2x 1634fwb
1784 -22vll1rii 162juyu 162npbc 1633ybt 164gawk 16708r5 16ad8gr 16ddpc4 16eqiyv 16dwz7a 16bkr3t 168ul8r
1785 -22hiu47tp 163v0n0 161b1nj 15z56mi 15ybqt5 15zm0i8 1631pxk 167u5bk 16clr0r 16g0ses 16hephz 16gqk66 16e797m
1786 -222a1xp0a 1650yhm 1608dp2 15wvhxl 15vo9oy 15wrtn6 15zvc6p 164fg8d 169tk33 16f9ggw 16jjm8t 16l1uzv
1787 -21o7qomgn 16d3ivy 166e8zo 160n4ou 15wufjz 15v49re 15v9e8v 15x6jy1 160zpub 166pa6b 16dlp4t 16jr6jd
1788 -21a5uisug 16kpz4n 16fdehj 168vt5d 1630ozb 15yihju 15vlkq5 15ui8lz 15vkqtm 15z22g4 164q1kd 16bh27g 16hdcdr
1789 -20uxh64du 16k9a6k 16h2xnj 16c1o02 16695ir 160ul7f 15wx9uy 15v9fv4 15w4twp 15z82l6 163pa0m 168iuwe
1790 -20gvk1k2c 16g7zd1 16i02wg 16hewfd 16e4zym 16912tu 163sna1 160053d 15ye9q3 15yt38z 160htkm 162pggb
1791 -202t7u06g 1685a6l 16bgp1q 16e8mk6 16f7jzm 16dvb5e 16axp50 167opki 1652e1w 163cnix 162d65h 161wvuw 1621krg
1792 -1znkgkwzh 164p0yk 166wbtb 168z9uo 16ajd88 16bj76x 16c0xld 16bv2cc 16aqw33 168nvil 16661e2 1642ym4
1793 -1z9hpizjb 162cd0o 1625eh7 1628lg2 1631s8i 16539m0 168cu2y 16c0leh 16enw7y 16f5xur 16diqc4 16ar2jl
1794 -1yvf0bb4t 1654a03 162bzix 15zp8x5 15y0vkz 15y8071 160q3p4 1655h2n 16ackga 16etpwf 16hg6mr 16hu8al 16g40n2
1795 -1yg69y48v 167k6b6 162ab22 15xzcm1 15vmukw 15vnegk 15xwn0y 161xxsg 167588d 16ct4du 16hxxgd 16l1rg5
1796 -1y243gete 16g8zns 169n51d 1633sm9 15y8fdd 15vivf8 15uufw4 15vzjav 15yxpqn 163sg7k 16a9wo9 16h33cx 16ls8ma
1797 -1xmvntkcu 16i7tzx 16bypfc 165mz1s 160gfcv 15wtbbf 15uvrvu 15uxb19 15x8wd7 161w3mg 1687u1l 16eno4w
1798 -1x8tvpsuc 16kic2v 16in6cr 16eh7nj 1692a5s 163h1qy 15ytglx 15w1y7w 15vpyh2 15xs95m 161micx 1668e7u
1799 -1wurunosx 16ebns3 16gudl8 16hjo25 16fr83d 16bmvd7 166h4a3 161zbyh 15zchte 15yujyd 15zyqfm 161un0a 163yyes
1800 -1wfj7q0cl 169brqq 16cdnfz 16eepaq 16eepvr 16cfh0x 169hgx2 166p8fo 164nra8 163cntq 162jck6 1625cyk
1801 -1w1gli4vo 163g0vm 1658ye2 167cavu 16984dt 16aoqn3 16bqk45 16c9uva 16bxzlp 16agbzc 16819h9 165h7ns
1802 -1vndu2zj3 162g1r3 161vmdj 161mo8g 161y2um 163do6s 1668n35 16a3yzu 16drdd1 16fp25u 16f6h48 16crsvi 169o1f1
1803 -1v850rygj 163l90d 160mn06 15y9ci4 15xewoj 15yt9rp 162i1ke 167oqjm 16cxvvp 16gsntq 16ieokf 16hnvc8
1804 -1uu2jag8u 16a6eln 164pb0m 15zn52s 15w74z3 15v1wbs 15wb6av 15zn63m 164hduo 16a5he9 16ft0sz 16k5yjf
1805 -1ug0he7qy 16ix2uf 16czvv8 1661jwi 1606brz 15wena2 15utq03 15v6i25 15xbd8g 161a7h6 16729sy 16dxjwi 16jy3t9
1806 -1u0s2rcss 16khsll 16f0tbp 168ipd4 162qopb 15yekhr 15vpfok 15utkka 15w17p3 15zjqch 1653ssb 16bliff
1807 -1tmq9mhnh 16jzhqy 16jkce1 16gglvv 16bo0d1 1666z7w 1613j5g 15xezz3 15vwwvl 15wui99 15zv3ca 16434hs 168h9hs
1808 -1t7hrpw4x 16fafet 16gxph0 16gjdbj 16dpgwi 1694apj 164bfnl 160t2f5 15zc2nw 15zqe4f 16181ci 1631h3d
1809 -1stfeo7ss 167efxy 16ab314 16cykgw 16e6dsd 16ddoju 16b33oj 168dwtv 1664lvo 164jleb 163fuw7 162my1i
1810 -1sfcpyvqe 162lj9y 163thfu 165ojp0 167p9rl 169igox 16b0oua 16c5qtu 16cmgww 16bxyos 169z1lp 167998z 164pnp3
1811 -1s03w1dgd 161vay3 1619o5q 1615fss 161ywcg 1647w47 167vxil 16c403a 16fcz7o 16gaf8b 16eqf4x 16bpmxg
1812 -1rm1747ta 16521tc 161tdcj 15ywx96 15x5n04 15xf1vy 1603u6w 164unb4 16aheje 16feuh7 16icfjk 16irz8d
1813 -1r7ytyzpt 16cs0mr 167dgqa 161s2qe 15xc8tg 15v0kam 15v5z39 15xmuhy 161xfob 167e594 16d9mqu 16ii2mk 16ljous
1814 -1qsqbe1yh 16g7uju 169ctyb 162oqfx 15xthp5 15v8c04 15ur4qb 15w40zl 15z86bs 1645hlh 16alne6 16h9rz1
1815 -1qeoi7g78 16lxcxg 16hueup 16bkwwz 165cavh 160bmvw 15ww8mg 15v6ley 15ve5fa 15xs3de 162como 168g7uq 16eja0c
1816 -1pzg3we6p 16js8ra 16hwzzr 16dydx1 168v4e2 163mbqj 15z98jp 15wp2xp 15wgvmv 15yig3d 1625q8t 166dno2
1817 -1ple1zujm 16dhk86 16fqrp4 16gi297 16f2zg2 16bi75m 166v34g 162qlj0 160b1a5 15zuo7q 160tyma 162dhyw
1818 -1p7bkq6zv 165tmfk 1689t8q 16b2lv2 16d79la 16dnkl7 16cbjb3 169zzi6 167o974 165v14t 164izyq 163fq39 162krhe
1819 -1os2s2892 162rim1 1645n2b 1662mqp 1682t3i 169xwgx 16bl0oq 16crkyc 16cyxuc 16bqow4 1698la2 166b4f4
1820 -1oe00l7di 1626trl 1615rhq 160mn3z 160vdhr 162fcfz 165lctu 169y499 16e6xpc 16gnjns 16gds6r 16duu6r
1821 -1nzxec43j 166qur4 1638fzk 15zxjbj 15xf6sc 15wlklo 15y52by 16232ex 167n8ho 16dc66x 16hk5hs 16jbgf1 16ifqao
1822 -1nkoqoo4r 16a582x 164b97u 15z2gvv 15vlw0h 15ukgdr 15w0dqu 15zkmqr 164nbet 16aigmn 16g9yqh 16km89r
1823 -1n6mphw6j 16iy5rw 16csasu 165osro 15zsp3v 15w45xs 15upi08 15v9u7b 15xl4oa 161n7gx 167eg9a 16e4zwb
1824 -1mskxgtex 16mb3aq 16k3vdy 16em2q8 1686vy4 162kek8 15yfo8y 15vylqq 15v9o4d 15wl59x 1602r58 165g3q8 16bll17
1825 -1mdchkil8 16j9hpe 16ir0hm 16fsrqn 16bbsyj 1668kyh 161hjls 15y1zsq 15woy3z 15xn6e6 160iklt 164e908
1826 -1lzab46tp 16blmvn 16e71gc 16frsrp 16fnf9b 16dcobw 169ckvx 1650afz 161ro4e 160dyhr 160p6we 161wl0b 1638ztt
1827 -1lk1ljgjv 166i9h7 169265f 16bnx3n 16d75y3 16cztgq 16bd46g 1697ndx 167a8zt 165ru6l 164h7g2 1639e8w
1828 -1l5ywemm0 1624ayf 162vhp6 164gpfz 166haan 168kqep 16almit 16cdr4p 16dghqa 16d6gvj 16b9qgq 1689vms
1829 -1krw5hvhm 162vf9t 161awb7 160cjre 160334m 160yk8y 163g1e2 167irs8 16caq7i 16g4bu5 16hfflf 16fwdc6 16ckcfb
1830 -1kcndycz6 164ve3t 16189jg 15y4o91 15wcubr 15wq9sm 15zmlj4 164ok0o 16apcab 16g0do0 16j61xp 16jklbn
1831 -1jyl1jlno 16cw3am 1673w1q 161a55t 15ws366 15uiz2x 15uu36n 15xigjd 16210h5 167olno 16doeob 16ixdjc
1832 -1jkj4fkba 16ky3ur 16g2nbt 1691pyn 162bm00 15xi7yw 15v28xs 15usbdt 15wcen5 15zl7h5 164iym0 16av16k 16hbehq
1833 -1j5aqi3z8 16liw55 16hdyup 16b7504 165470m 160b1wm 15x40rs 15vm1ev 15vyo74 15ydbbz 162ssu2 168l0sn
1834 -1ir8uac5i 16i0dm9 16iwlld 16h4bsj 16dgm0v 168s238 163xi54 15zv8fq 15xhfjd 15xb02y 15z92ln 162m82h 166dh71
1835 -1ic09fp05 16chpdc 16ejvmm 16fgd30 16ehn5r 16bigug 167epm2 163myq9 161cyp7 160vkhl 161n04v 162rrdi
1836 -1hxxreq4q 1654f69 16755ic 169rgjq 16c201b 16d00ml 16cbs9y 16amoc3 168qssb 16748jl 165osqe 1648wqt
1837 -1hjv0pasj 161yksp 161yyut 1630ijq 164tmbc 16704mn 169aumk 16bjq0o 16ddebo 16e32qz 16d2aqx 16aeep4 1670voi
1838 -1h4m7531m 161sdug 160cq58 15zmb17 15zv3tv 161lfht 1653eth 169xc9p 16eq01z 16hmz1l 16hj38y 16etaup
1839 -1gqjlbwtj 166qigw 162s5dx 15z7znn 15wnfwd 15vwpvj 15xmh30 161trbz 167q4ik 16ds883 16ia3ty 16k3ru2
1840 -1gchdn41i 16ffuvo 16a02li 163vytn 15yj1si 15v3mxt 15u715g 15vu0qi 15zm9al 164w97h 16aw9rm 16gourn 16kxsrr
1841 -1fx8xn47j 16iu5gw 16chxlw 165bvs8 15zh1ko 15vx3cj 15upga7 15vhhql 15xyoki 1622mc3 167qml5 16e995i
1842 -1fj75lba2 16lvpa3 16jkqcq 16e57z8 167w7pw 162htjl 15ylxpx 15wd7n9 15vuf01 15x8288 160mdya 165q6cr 16bgrxa
1843 -1f3ypl0iu 16ie22k 16hupvm 16f52rx 16b2hfm 166er8k 1620j63 15yt8hz 15xjku4 15yg6ac 1613xvh 164lb95
1844 -1epwi8uag 16arj4z 16d1inc 16elzga 16ethhf 16d34qj 169oncp 165stey 162t59w 161h44h 161n00i 162hufx
1845 -1ebtwos4v 16459ha 165iw1k 167s572 16ae8ti 16cahin 16cpel0 16bqylu 16a4zpq 168igj7 1670nq6 165ghcb 163remw
1846 -1dwl2xvn7 161iiyu 161v9fk 1639hov 165cf43 167rnnj 16abmni 16cq6f0 16ed7ka 16ef5o7 16chs5i 1695gvn
1847 -1diic4caw 162o1t3 160nj20 15zfsk1 15z451m 1603mu2 162ubtn 167b6d0 16cl3u1 16gwbru 16ihsfc 16gx1x3
1848 -1d4ftusza 168vhzu 164kxwx 160mbe6 15xed50 15vnyw3 15w6hkp 15zak6z 164mxj4 16azxnq 16glrft 16jwd9y 16k7i7s
1849 -1cp797zzt 16cv19e 166rqk1 160sfer 15wagpe 15u5jju 15unafw 15xjbi5 162918o 1681i92 16e2e0t 16j82oi
1850 -1cb5cmh2p 16ktpso 16fs2gr 168oucd 16205b6 15xb60z 15v1x7k 15uzqsp 15wqd5n 1601zpm 164xccj 16b1tfd
1851 -1bx3k088q 16l4h19 16kxw9u 16gu4ce 16atm3i 164zaps 160ff72 15xh9na 15w6e4i 15wmm12 15yzpqu 1637gxf 168lyjd
1852 -1bhv1z9d2 16h6g1v 16hxhke 16gamhw 16d07ki 168s66d 164ct29 160lg8h 15ydbfq 15y7830 15zzpac 1630dvr
1853 -1b3sq08z9 1692cwx 16bdylr 16daol7 16ee8vj 16dxq7t 16blq2l 1682bo3 164ng4c 162i5t6 161xxk9 162f0h1 1632l05
1854 -1aojy43i0 164b0ln 165y1d4 168g30b 16ayi4c 16cfn20 16cfy4f 16bd7dl 169w3aq 168e8qj 166sxn0 164y6kr
1855 -1aah75n17 161k08j 161480u 161w0of 163np53 1661xpj 168sh82 16bmat3 16e1hv9 16f7arb 16ebmbf 16bfzww
1856 -19wehv05z 1640hnu 161bdfh 15zjofy 15yobfa 15yypx0 160vx33 164pg2k 169zbfm 16f9zt4 16il29k 16iktno 16fmrog
1857 -19h5sghmm 166miav 162ai7n 15yjksi 15vyuym 15vcbz2 15x8uhs 161ozp5 167w3cq 16e8v1c 16ixcwt 16kqbfa
1858 -1933li75v 16fiamm 169r8ry 163gi1e 15y2ipe 15uqeyc 15tzsof 15vtyaf 15zt1bx 1657uf7 16b94zi 16gyx8j
1859 -18p1ruucf 16lv8rm 16ikf4u 16c5t7d 1650zfi 15z9ztx 15vvwp2 15uvfo3 15vua5t 15yffff 162idh1 167zv6q 16e7p02
1860 -189tdtbfv 16l9zku 16iy5xr 16dogvn 167ok6n 162k122 15yxm3s 15wwwlw 15wj475 15xx0jq 1615gu3 165wup6
1861 -17vrd4ucp 16fecmk 16hd6ca 16gvevd 16ehc88 16avvuj 166poc0 162p6iq 15zpue2 15yi7p2 15zavkg 161o0dz 164o489
1862 -17gipebik 169rmbz 16brzs4 16desct 16e0wue 16cxciu 16a60l7 166qugy 163yv9e 162m5x9 162jq5j 162z684
1863 -172g37r0d 163iduc 164g836 166hijl 1696g5y 16bhdpl 16cjdab 16c976g 16b5wsb 169siab 1688w1s 166cp11
1864 -16odbmf6l 1622cwt 160tkbb 160u1i5 1623fz0 164a7qk 1671twy 16a4r2k 16d56ox 16fbnnc 16fo4h8 16do45c 169xklv
1865 -1694isieh 162d59j 15zyb8t 15yjac1 15y7d3p 15zc6nj 162ckt4 16776eg 16cxysj 16hp0eq 16jie1g 16htm4f
1866 -15v213zn0 168x1bm 1647fck 1600012 15wqa67 15v39n4 15vryyp 15z3vo8 164piuu 16bcbhf 16h5mz2 16khzv2
1867 -15gzywqyn 16hua65 16cpyqv 166eszm 160cwcd 15vwyyk 15tx4ml 15ulipe 15xocff 162jb9v 168dt35 16ecnpu 16jcrxl
1868 -151rky9q7 16kki9w 16ffs37 168ddz8 161sa8z 15x8qfv 15v6b8x 15vbb4x 15x7a2y 160juy5 165aam8 16b4hzr
1869 -14nprz9c7 16kiyc8 16k87pv 16g8lpu 16ahhe7 164y4sm 160ouk7 15xztgp 15wva96 15xdh1z 15zmpf1 163jw9n
1870 -149nmxwki 16d6c8o 16g6l5g 16gutv8 16fgk2l 16cmhn6 168x935 164y424 161h6a8 15zcu9w 15z4cfy 160o5rq 1639onc
1871 -13uewwudy 1688ghh 16a6zkb 16c16zp 16dei5w 16di3bx 16bu84t 168v3bz 165ruiv 163p0af 162z2f0 16331dl
1872 -13gc83hjc 1634ram 163e729 164q058 16762ry 169xy5o 16byx3s 16cnup5 16c74c9 16b3th3 169otcs 167v3zk 165ja2f
1873 -1313domuk 16118ic 16079u8 160rq88 162k5eb 1657js8 168eekn 16bsuhj 16eskwc 16gcsb7 16fjlg0 16cdiki
1874 -12n0omfrw 163vmu2 160qm5n 15ypq9z 15xsdrc 15y6q25 160c44u 164ha6p 16a5uip 16fw0cn 16jhurn 16ji536
1875 -128yb62bf 16bg0sq 166e9ro 161rj5i 15xwro1 15ve1i5 15uwwrw 15x0guy 161orui 1684pgj 16ep4r9 16jh1c8 16l751r
1876 -11tptgq21 16fg9z6 169gndp 1631zs8 15xox18 15uh6ha 15twx3g 15vy2ya 160377d 165l2uk 16bl0m4 16h54bn
1877 -11fo02nvn 16llabe 16i66ty 16bs45r 164rb3f 15z66sy 15vz48r 15v66ad 15wbfa3 15yzani 162z5bs 1687ccg
1878 -111m4xixe 16iu9sw 16kiddd 16i86p3 16d7k0c 167jlim 162qu8d 15zemho 15xlejr 15xazct 15yms0f 161mpui 165zb5b
1879 -10mdkkn4v 16ehxii 16g98f2 16fvt3p 16dvtrg 16atagy 1675ey3 163idsh 160po2h 15zhw8u 16042ve 1624b0m
1880 -108b3iud8 166u2ef 168p08b 16ahyip 16c8x84 16daw23 16cuq1i 16aqoa4 167rsq9 1656h2f 163ra1s 163e8xs 163cgjk
1881 -zt29ufqn 162s5m2 163c9i3 1657qwi 168182w 16arsvw 16ch150 16cupfa 16c93z8 16b34rs 169f83m 1674isj
1882 -zezi515f 161q21f 1601nq9 15zsw8g 1610dka 163d24n 166huy4 16a36lq 16dnqtq 16gayy8 16guts8 16epg1f
1883 -z0wvjmnj 165vhoh 161yj7b 15z8i6n 15xpbdo 15xfdwq 15yql0p 1620idh 1677hl0 16dcjt8 16ig0b2 16ke69y 16ijp1r
1884 -ylo8j7mt 168uav8 163shad 15zf50a 15w5us9 15ungyy 15virh4 15z2538 164vr1q 16bpung 16hn9uu 16ky78r
1885 -y7m6yuam 16htnsg 16cgje1 1660r8i 15zz79g 15vng0e 15ttysw 15uphhw 15xyoge 162xc81 168r220 16ek89m
1886 -xtkez46e 16llhrf 16k4hvi 16ezydl 1682684 161noly 15xbhhk 15vgp50 15vsinx 15xs9oq 16137pq 165llcf 16b2hqq
1887 -xebzzb34 16jqwjv 16jebxp 16fm9zt 16a7n4b 1651d1f 1613mzt 15ynl2d 15xo6v2 15y69t5 16091sa 163t650
1888 -x09u1sr4 16cew9t 16f2xi7 16fqbc1 16emmoi 16can7o 1695h6l 165n7a5 162gkdq 160f3io 1602h4k 161befr
1889 -wm79ef1v 165k1rm 167azln 168xy31 16arbi4 16cfvv0 16d4t95 16c5xdo 169rbur 166z6k8 164xb9s 163zc7t 163nqhc
1890 -w6yekba2 162l00k 162epbb 163htx3 165y9yd 169165g 16bmker 16czshg 16d3wui 16ccj3t 16axyx0 168tjh1
1891 -vsvn9phn 162wm5f 160fnk9 15za94h 15zq143 161kyl9 164i008 1684h3j 16c1ywu 16fk1nh 16hg5uy 16gncvo 16d5tqn
1892 -vdmvjklw 163nuil 1605eza 15xxtvo 15x0cq4 15xjig2 15zwzji 164cts0 16aeafp 16gheak 16kb71o 16k9vk9
1893 -uzkiqy2o 16biail 16639fe 1618nbf 15xclkm 15uxoeo 15umwie 15wxkzy 161t3fy 168foqa 16f4h1h 16jw583
1894 -ulilbsn2 16jphm1 16f8t4v 16947xu 162p8g1 15xfohb 15udsww 15u0bos 15w7rov 160gvov 165ylju 16btdlv 16h4j0v
1895 -u6a8fqkj 16l4fje 16hon2w 16bf8vz 164lmxo 15z84o1 15w8kg1 15vmlmv 15wwoiu 15zkrj5 163ef6u 168ab5s
1896 -ts8cnfpb 16i3rgd 16jlwyf 16hgbd5 16crqkh 167i1b2 1632df2 1600ozm 15yeeec 15y5xhn 15zdew3 16225lt
1897 -te62777h 16a4mio 16dgbgc 16f1u84 16ev3im 16dbnu9 16au70p 167q0np 164goj1 161tm3v 160jny1 160wku3 162h00i
1898 -syxa7m9v 16624ex 167iidd 1696leq 16b4a7d 16co6nb 16cwtmi 16bgibp 168x5gg 166ginb 164w34d 1645n8t
1899 -skujahcg 162pi6j 161yce8 16279z4 163zhhp 166z8bv 16a634q 16cideq 16dj4y8 16ddw3w 16cddwb 16aj1mc
1900 -s6rt6fam 164fwm7 161ap7j 15z8r5j 15ysxyr 160080l 162jn28 1661ipg 16a4hgc 16e7yoi 16habq6 16hzlzp 16fn1ba
1901 -rrj2ixc6 165to86 161ha3q 15yi9bp 15wx36v 15wqw3c 15y9gtw 161t09v 167bfqy 16dsutr 16j610q 16l6689
1902 -rdguelmh 16eb6tf 168nlss 163cbfb 15yvtzl 15vp448 15ucnbw 15vew0e 15z4zxx 1654jyx 16c2tek 16i0v1i 16l7v3q
1903 -qy8f6f1z 16ho47c 16c5jcb 165ohft 15zplm6 15vj2ym 15tw292 15uy1dz 15yc3nh 163c0z9 1691wha 16emkoy
1904 -qk6n5mf5 16l4yar 16jl0l7 16eju6r 167td3z 161n4ft 15xiuez 15vvg2k 15wd804 15yf9n6 161mfbm 165u75y
1905 -q64nwc9a 16fsujm 16iturx 16ihswp 16f060o 16a0kz7 1659456 161nltp 15zg243 15ykb6j 15yzymj 160thrk 163xwhy
1906 -pqw18jjc 16bhk9k 16dvg9t 16el0jo 16duvso 16c3aas 169ji7f 166i3fq 163kbll 161j4ip 160z8hp 161udwo
1907 -pctfxu5n 164znl0 1669swn 167o4h9 169jeno 16bl0uf 16cw0wt 16cm235 16ar5ie 1688do9 16651pe 164whbw
1908 -oyqo96pl 1633l4c 161xnku 161e41o 162b2j0 164tqty 1688i2x 16be81s 16df2se 16e2y11 16dlsm2 16c5e7k 169nx0f
1909 -ojhtv8m0 162n6ha 15zqsuq 15ycipi 15yq6n9 160pol8 163xif4 167zm78 16cf2ud 16gdhtj 16iit41 16hnhao
1910 -o5fb0fpr 168f1m6 163bkzz 15zif0i 15x72ok 15wbzrz 15x1nub 15znsjx 164digm 16apo2q 16h2dyg 16l0ktq 16kv8sn
1911 -nq6qfy6w 16bfpof 165qb7e 160qusz 15wvvig 15um4kq 15ui6px 15wznlv 16212nu 168rvon 16fhp13 16k615y
1912 -nc4tirss 16jkl99 16exxlv 168r8z6 162ecyg 15x9url 15uei57 15u7vlp 15wl6bn 160x5s1 166coe1 16bzl8a
1913 -my314hv7 16k99e6 16kijoc 16h4due 16b2h6c 164iga2 15ze2a7 15wmkv8 15w7auy 15xl3db 1607fgz 163sbhd 1689bfi
1914 -miukes2f 16h7hef 16iljan 16gnjv6 16ce055 167kqcl 163j8z6 160ryj6 15zb6w8 15z2atk 1602p4i 162dsrt
1915 -m4s93rrg 169e0ry 16cbhyi 16dttui 16dw5vn 16cusvm 16az2gr 168ejm3 165i1p9 162ywy2 161ki9m 161lx2r
1916 -lqpl3aw1 164278n 1657fbp 166bmsz 167wz9g 16a2pmu 16c4xzg 16d25tx 16c90mb 16a46d5 167qmow 165yu7y 164swiu
1917 -lbgprwc0 1628mng 16126rr 1612jra 162tsd0 1661dyt 169p4sb 16co1kh 16ealos 16ejqbr 16dm7mf 16bivis
1918 -kxdzwetx 164dn2m 160rix6 15yeyed 15xv4cg 15z4mv5 161w6pg 165r5bj 16aa7sw 16etu2d 16i7vrz 16izdww
1919 -kjbl02wh 16baxbg 165ngfi 160yqga 15xtwfy 15w99lh 15w890x 15xyilf 161qusl 167ipv2 16e9b97 16jseus 16lrjy0
1920 -k4328y46 16ecc5z 168dvfe 162w5b4 15yf2fv 15vclj8 15u6uh3 15vg3w2 15zcb2x 165g70w 16cfsqn 16iaxut
1921 -jq18djl9 16kuppd 16hczhd 16bry1x 165cubl 15zj7bc 15vjj04 15u3n49 15vbvox 15ytmi8 163sg8r 169b5lz 16ejwcl
1922 -jasvdsb0 16kh4gs 16iwp96 16e2pxd 167n3cb 161rh0r 15xw7yc 15wg57a 15x2n0d 15z4mrg 1624yvp 165z7r8
1923 -iwqvbs6n 16ezwkw 16hs4dx 16hjb16 16ef104 169wnl9 165l6xa 162c6a2 160cgw5 15zis90 15ztrjq 161bpnj
1924 -iiofrybe 167aquu 16agtd4 16cmcjb 16dfxq7 16d4sq9 16byk1x 16a0qjx 167g9je 164qo5s 162o98t 161v1a8 162aa3v
1925 -i3fmhz1c 164b39k 16561hr 166dszj 168ctk0 16astus 16cqq5z 16d5w37 16bu5c2 169jd90 167cgr3 165qwzj
1926 -hpcup5eo 162u310 161707e 160cr5l 1616393 163swkx 167kgd3 16ba9h5 16dxdcy 16f2uy7 16etgiy 16d8wcy
1927 -hba7215x 166ffxc 162ai7c 15z1g18 15xh0ty 15xungf 15zzpxj 163i49y 167yi1q 16ctoj8 16h5ohu 16jhgbh 16ihtl3
1928 -gw1iaq02 168f6h7 162xoqn 15ywa77 15wj8sv 15vrvvv 15woizh 15zixxe 164hd3n 16b25p8 16hln3k 16llahn
1929 -ghzfi9r8 16h5zo2 16b9atl 165cegf 160auf9 15wj0rg 15ufo6e 15uiwf9 15x6khp 162c7nr 1694ac1 16frdyv 16k95rh
1930 -g2r1vr7m 16j93vj 16ejwdt 168f4y8 1627jam 15x9wxk 15uloqk 15ulfoq 15x2zr1 161f2ws 166osn9 16c0f0j
1931 -fop953ro 16jlvsi 16jrsmt 16gj2ho 16as8m2 164k0wx 15zple7 15x5z88 15wwabz 15ybsts 160tp1p 16430os
1932 -fan4sn46 16ci91o 16g6f04 16hipx3 16fv352 16c2w4o 167rkjw 1644x2y 161nro1 160bctp 16000yb 160qrhr 162lokw
1933 -eveg12xf 168hyn9 16b2qts 16ck7kf 16cxzs6 16cguce 16b8hi8 1698bog 166o3hr 1647301 162lk4v 1628kvo
1934 -ehbritmt 163kkfj 1648ib3 16531qv 166o8nq 16941j4 16bpwrg 16dc4st 16d5idt 16bdi46 1690kts 166ysvq
1935 -e38zyj52 163lrdr 161o38k 1604was 15zzay3 161rjeo 1657xc7 169cewk 16cwyk5 16f3rxo 16fpd1w 16esnn0 16cei9j
1936 -do06nqc0 1647irf 1606fij 15xleb3 15wzfpa 15ychj6 161cn0d 165kb57 16aig28 16fglma 16j49am 16jvtei
1937 -d9xsgk1d 16bgvmt 165e6jp 160famk 15x6tmv 15voiw6 15vtvix 15xs71r 161sqh9 167sd8l 16epdvj 16kb6wn
1938 -cvvtw78n 16jnsxd 16e8nkg 16829f9 162h8yz 15y2118 15v58aq 15u6moc 15vmf0u 15zn5km 165snb1 16cq250 16if5lu
1939 -cgngnlzx 16kjscp 16gynjv 16bernc 1654j3i 15zhmar 15vp0la 15ufo2e 15vsxug 15zcfy6 1647llk 169gh39
1940 -c2lluli5 16i2ohn 16jp5jl 16i73o7 16dn8uz 167kk4j 1620ip5 15ye9pr 15x4plm 15xufvn 15zuag4 162lbpi 165zp7o
1941 -bnd2tyaq 16e1ac4 16gmmbz 16gjvve 16dvt8q 169wxz1 1662sjo 1636b9r 161d6iu 160j6uu 160mjce 161q206
1942 -b9amhlgd 166ldvu 169bqka 16bbro0 16cca5p 16cif2k 16bz02j 16ani7a 168iyvw 165zars 163sn89 162n4bz
1943 -av7w8ypu 1631dw3 163igw9 16415it 1655993 167a231 16a5e5x 16cq47p 16dtju9 16czejg 16aueh2 168hc2e 166gl94
1944 -afz17iv1 162fxdf 160dyqo 15zbkqw 1603hxw 162vwpa 1670qo0 16ba8tc 16eilei 16g44dt 16g0b9i 16e9714
1945 -a1wdyd57 166fth0 161u45o 15yaott 15wmlkm 15x2cux 15zehyf 1637yyz 1681xtz 16day2k 16hxlbb 16kclds
1946 -9nu490cs 16ejkz4 168a98c 162hg7l 15yau70 15vypfx 15vcvop 15whcjq 15zjsa6 164pc5c 16bftt7 16i296y 16m032h
1947 -98lnkk86 16h4ibd 16azrg3 164yl36 15zxjca 15wadgr 15udxi5 15uo4p0 15xh5lw 162pcvm 169g4ww 16fxk2k
1948 -8ujvgwih 16l3v65 16itf9z 16e4er1 16849z6 1623v9p 15xe16e 15ux0wc 15v2one 15xnhyp 161xzt8 166zj2m 16bxaju
1949 -8fbh6pz8 16isqyf 16ix29r 16fwmfl 16ajqs5 164pid3 16064yx 15xudae 15xp7mp 15z4hzm 161fe8j 164akfs
1950 -819bz0pp 16bokm2 16f16ld 16ge7sh 16f3nvz 16bv29j 16833ex 164vje5 162nj0p 161dck0 160wtc5 161bbdd
1951 -7n6s0516 164ws4b 167iojv 169tdmn 16bcfvw 16c39cw 16c6xt9 16blu6t 16a5aau 167vw2i 165ew52 163jvj2 162qo7n
1952 -77xy1mdr 162z5av 16384i4 163vesa 165i8vg 1688zqq 16behc2 16dp4ee 16e431k 16cnhwu 16a99ja 167veep
1953 -6tv6ioes 163f06a 1610itw 15z74a8 15yy2bm 160t81e 164jfjc 1694k79 16d9huz 16fycxj 16gtjun 16fuw1h
1954 -6fsmges7 168ul6g 163wvfa 15zjsj4 15wthd9 15w81hu 15xqcng 160zmni 165j3jo 16atwjd 16g315k 16jwfwh 16klbq2
1955 -60k01dnd 16bh8wd 1652fcn 15zwn1w 15wn5qm 15v8tum 15vl4xf 15xr5wc 161ylq7 1683myk 16f3siw 16kow72
1956 -5mi22oaz 16jnryr 16e0tbz 167pn58 16246ni 15xstth 15v2qwl 15ubhw5 15vxb4r 1601bqz 166675z 16cy92k
1957 -58g9w5jn 16kvziq 16k1wfg 16gfymq 16b0r5n 164ymql 15zkqol 15w0c91 15uxkns 15wewds 15zy4qi 164mnp9 169ie06
1958 -4t7tl3mm 16hai8a 16irhht 16hes3h 16d8jpt 167lo8j 162evzg 15z1zzk 15xy361 15yp27s 160jy2t 162yslj
1959 -4f5jrzv4 169cwe9 16cyeyn 16ff1c6 16fkuvw 16df1dm 16a0zbd 166onyq 1644f0n 162go10 161kdat 161dp4q 1620tvn
1960 -3zwt7okt 165scr1 1684ksv 16a0w62 16b9rf2 16by3t1 16c22q4 16bd751 169oeo1 1679n9v 164wye8 163d1ly
1961 -3lu2no8w 162n9cq 162n3ap 162vj8t 163xyez 1669ygj 169lbtj 16cswrh 16ejzpz 16e628a 16c4r4m 169jakt
1962 -37rcfuta 164l0cq 161y93x 15zk0ek 15yc8ud 15z4vxd 16241dw 166m4wz 16be3r3 16f5fas 16h450i 16h37ry 16f3uv1
1963 -2sikz1mu 166c6ij 161cfx9 15xlgdr 15vvuco 15wewvh 15yy9ga 1631x1h 1687n7u 16drx42 16imdy3 16l2are
1964 -2egc1bca 16ep03u 16830uy 1621onk 15xs4xz 15viejf 15v2rdf 15wevgb 15zocmy 164z8ac 16bsso3 16if1b6
1965 -20ehboq0 16limub 16gxfz6 16ant23 164lo86 15zntg4 15w71lg 15ui6rm 15uyzto 15xvyn4 16347e6 169q84l 16fyclb
1966 -1l63oz6l 16klejv 16i8uis 16dnyhz 167w63b 1625gkn 15xogj2 15vefdu 15vomxl 15yab6r 162fz57 1675zks
1967 -1744tpa5 16ff1ys 16hufp1 16i0956 16fbjmf 16afadt 1650erj 160s8s3 15ynhka 15yl662 15zxqrm 161yrkn 164dfk5
1968 -rvj6y5r 16aptem 16dslcp 16f8obc 16edi6i 16bqctz 168iwtj 165qswr 163rbxb 162hrbm 161tl2x 161t829
1969 -dsyjjx7 164af5d 166fgiy 168i54v 16a51r3 16basj5 16c0pan 16c3nit 16b6ki1 1696kn3 166n2pw 164frxx
1970 9sssv1 162jd5y 1629dsk 1625whh 162or8j 164fg4i 167iecm 16b7t4t 16e68v5 16f57u8 16dxn4o 16bffya 168ngan
1971 fimviur 16340t1 160b24c 15ya3sf 15xzpqo 15zyzk1 163z63s 169058u 16dnyf6 16gsxin 16hvop5 16gtaag
1972 tl6dian 168xkn1 163k32m 15yx8ey 15w3kwz 15vk1rm 15x8c2z 160qnoq 165kzsw 16b6rkc 16golos 16klaog
1973 17nam5o6 16hnb3c 16bdagh 164ovqo 15zesfl 15w6gc8 15uxm2i 15vhlvg 15xv2p1 16280jh 168fxrm 16ffwm6 16kx38b
1974 1mvpofxg 16jhk0d 16dpoqa 167d6om 161u6fc 15xohya 15v5rr8 15ulhir 15wbzq6 160h0jf 166i6e1 16d1nwv
1975 20xi1mzj 16ke7w9 16jfx3x 16fwkp0 16ap8yw 164xc6q 15zt6p9 15wgl34 15vj93a 15x2vzx 160ji0o 164yoy8
1976 2ezl84z1 16dcpzl 16gdcbi 16hqy15 16gmagl 16cw7ec 167qvkk 162y1gr 15zu8ax 15yutsq 15zl4ww 1618l7j 1638smp
1977 2u89a1gc 168jy9k 16bro44 16e5v0q 16ems5h 16d1eml 16a9o3o 167fqri 16571op 163mnch 162l21p 1621cer
1978 38awr8io 16354h7 164urno 166voxe 168rdbj 16aaxg6 16bis2s 16cai0a 16c7mfj 16awrvm 168k2oz 165y8t4 163xmu5
1979 3njqu6wo 1624c4x 161pn6k 161qxi6 162u0b0 165ed8a 1695t9e 16czfxl 16fcrhq 16fd5e2 16ddb7d 16ahcqa
1980 41mguzai 164gyx7 161dqdz 15ypqzo 15xexww 15y9zyq 161grm8 166c17s 16bldzu 16fturc 16i3gvi 16i2yt0
1981 4fowc3h8 16bjxja 1663rya 160sgmd 15wwn4y 15v7y04 15vw7nr 15yntg6 1631hrn 168he06 16ea2kd 16j8tta 16lmh5t
1982 4uxg4t9l 16eoc89 167sezf 161lpfn 15xbyfj 15v6jzt 15uy3gn 15whv5w 15zxaje 165b87y 16c4k6m 16in2zq
1983 58zaflvm 16lcob5 16gmcwx 16ab3gm 164awe3 15zi4xx 15w8iqc 15ur3tv 15vdqwo 15ydb09 163ji7h 169y193
1984 5n14lay6 16jg5om 16jxrh4 16hl69e 16d731r 167q2h4 162ao84 15y354y 15vzwlz 15wduu0 15yyydj 162xpog 1679u2k
1985 629np5xg 16ektpe 16gs0hu 16h1cml 16eqww8 16adl38 165fld5 161j3h0 15zknkn 15zjdaa 160qn3o 162f5py
1986 6gc2rvxh 166ovgo 169n48p 16cif8t 16e462l 16dqfiw 16bpyau 1693eqy 166q65x 164xjf6 163ly0l 162ncy1 16269af
1987 6vkutix7 163kcb6 165b2rv 1678f3z 1690x1v 16am5i6 16by03b 16co8d4 16c9ggj 16ah8bn 167t8k5 1657tou
1988 79nmbc2o 16285kr 161hor9 1614b95 161kvk4 163gny0 166w2n5 16b4r0l 16epmid 16g6tjr 16f68hv 16ci062
1989 7nqa2snd 1660kw6 162oy2e 15zk6x5 15xeke4 15x5871 15za7la 163kw0q 1690usc 16e59sb 16hn4s0 16iu3y8 16hlhfl
1990 82yz33up 168uzkw 1634ngv 15ybbau 15vh458 15v1ftm 15wwlzd 160nn26 165r2so 16bkon4 16h7ain 16l3qyg
1991 8h12leq1 16hpihs 16b5txl 164bcem 15yzu8c 15vujp7 15us1kb 15vjm5y 15y3khz 162k6i8 168s71z 16foio9
1992 8v2v1fyf 16ma4sv 16j5jbb 16dbnn3 1670xma 161mwxj 15xoju4 15vdw1m 15v0g35 15wurl3 160z36m 166tx6d 16d1oey
1993 9aba10fd 16jpqck 16iolrz 16fap68 16aeivp 164zjdz 1606ry3 15x2fw1 15w9u8p 15xtzhx 161598q 1658200
1994 9ode14u2 16cm97t 16fawpk 16gnhqy 16ftweu 16cmotr 1680qfp 163mjyh 160rdvb 15zuxgs 160i1ky 161v64m
1995 a2fx3pm2 1657gms 167mv6d 16aiqr5 16cwqll 16dqfkr 16cqhcv 16aliv5 1689yy7 166c77w 164tsjz 163kyb9 162m93e
1996 ahoqains 162mbvx 163v87b 165mtnu 167jgyv 169ekyt 16b66v9 16clic5 16d45ag 16c6atx 169u568 166x9ol
1997 avrhktqj 162ng4t 161i08x 160qziq 160njla 161t7qs 164n1eh 168upka 16d9joy 16g7cwh 16gjped 16eix47 16bandw
1998 bb0a2afa 1648pyb 160rhpy 15xwo1u 15wl8if 15xk7hc 160yy52 1666goj 16bv1l0 16ghl7z 16iyxla 16iwnd7
1999 bp2ougux 16bnm8d 165tiss 1609oi9 15wbeuz 15up220 15viylk 15yi9me 1634g7c 168s4zv 16eq7hh 16jq8dm
2000 c34nzss9 16k4ey7 16ejk3c 167gqh2 1617e0t 15wzeyv 15uzi08 15uyjyd 15wpghq 1609fol 165o4wt 16ce761 16ipuxj
2001 cid24css 16l03hp 16g7bc9 169xvm8 1642q7z 15zh82g 15wftqx 15v5soc 15vx33b 15ywy0w 163xwus 16a1gy6
2002 cwewrwkv 16isdxh 16j4fjt 16gvd73 16crwpk 167omwj 162m423 15yo7df 15wqpwk 15x6bdh 15znusr 163cd9p
2003 dah5g6bs 16aoswn 16dl15l 16fmil4 16g2e9i 16e8t6e 16ag4h1 165zoxj 162ejz4 160l8x3 160j0k4 161if5v 162ryjm
2004 dppw1dol 165y2un 168h7tz 16b771v 16d0n75 16d5xc1 16bt8hx 169s3tu 167tf1f 1666c3d 164qiom 163euhm
2005 e3slzo4f 1623qs1 162pq88 1644bmw 165yw7h 167z7pi 16a1gq5 16c00ic 16ddesx 16dfplq 16bsw6r 168xikr 165vj8e
2006 ej1fsb1p 161s2iw 160ncap 1602z3c 160jt2j 162mb0q 166emfr 16b5wyf 16fbn9k 16h8q88 16gchwe 16dg4nh
2007 ex4366tf 165z4rq 1627naj 15ytq71 15wlp00 15wevmm 15yq3vi 163au5g 1694fqt 16enehk 16ifoz1 16jolxn
2008 fb6dcrvy 16ebpzd 168ozyg 162o4af 15xqhao 15uxez0 15umphj 15wp8jk 160omy4 165zw9q 16bz63v 16hnto0 16lhi8v
2009 fqeuik3s 16hmlac 16avmt2 163xuxl 15ynaaa 15vmngn 15urct3 15vqj65 15yfxkc 162y111 1693276 16fsgy9
2010 g4gmtn8k 16lx47i 16ip5vg 16cwwcq 166r93h 161ketg 15xu9lz 15vrg2b 15vjoyw 15xftzs 161gp77 16724ak
2011 giiko9d1 16h7hyt 16iw5ks 16hv65e 16epwdr 16a79ww 1656gh5 160p5eq 15xs83i 15x2vr3 15ylktj 161p6f4 165de5p
2012 gxr6s7jh 16br33a 16e5i84 16fjdkw 16f32yi 16cgic8 168ezjl 164fkbh 161s52u 160wvbg 161ed4q 162ej6t
2013 hbtqja73 164nebu 166ld9l 1697qxy 16bo82y 16cx248 16ck6yu 16b2ru3 169985y 167kpln 1661h5n 164i5cr
2014 hpwhnjac 1622n91 161yh6n 162t7dd 164emb2 166ewn0 168n4bg 16ayrrp 16d0z8a 16e3k78 16dg9lp 16b1qf6 167reo4
2015 i55b0den 162egwc 160t25h 15zsq81 15zn80x 160x5rr 1640x1t 168o5ar 16dmo67 16h2vbi 16hopay 16fkmkq
2016 ij7v7il8 167xkq1 163whq8 1603nqc 15x4i6y 15vuioa 15wytb4 160m4vo 1665hpt 16c7r1b 16h5w9p 16js3jj 16jljzk
2017 iyghb92a 16blziw 165g4m7 15zqhqw 15vs8sb 15ua56z 15vayfw 15yic7x 163c2d6 16951ib 16f4y75 16k2p6p
2018 jcifu9lb 16k29yp 16eagcd 16747ti 160va6p 15wr5hx 15uxsds 15v4iix 15x1s6a 160oi7e 16616ay 16cknl8
2019 jqk7yqs0 16lr9qg 16ki95u 16fq2tw 169ljnn 163xmca 15zkhu1 15wrgxk 15vo9et 15wj4di 15zhpnw 164bcp3 16a1nco
2020 k5soyyxi 16hzr4m 16i7pi1 16g4e9t 16cdu5u 167q4qi 1631ja3 15zdcer 15xku9q 15y0na1 160cmek 163ojx3
2021 kjuyi187 169z0k4 16ch13i 16eeq64 16f3i3w 16dt2pq 16ams8c 166oq51 163eknr 161ou1p 161j5jo 1627uqi
2022 kxxlfj9t 163skbx 16536in 1679gf2 169wokn 16bzxg2 16cpe0f 16c0nm4 16akdfc 168yxhs 167f91i 165slal 1641qk2
2023 ld6fid35 161nhvp 161tk5e 162ytn0 164sv3v 16721yu 169l44f 16c5a11 16e4cya 16em01w 16d2l1m 169xwox
2024 lr95oo42 163eqwr 1618xb2 15zser4 15z3j55 15zmgyp 161wliy 1661rnk 16ban1i 16fzbhk 16i9uda 16hfiit 16e96po
2025 m6hw5dvb 165t03b 161o19s 15y3u9l 15vvy1x 15vtgqr 15ybw34 1636hky 169bz9b 16f66y6 16j507x 16kcpik
2026 mkk5ln2e 16ee29u 168fi4u 1627qgn 15x8vgg 15uizcj 15ue97j 15wo5p5 160uroa 166bbg7 16cckze 16hze68
2027 mym0mvaz 16lmk9l 16hec3o 16ajtvz 163m2u7 15yemwm 15vjs32 15uvvor 15w2214 15yvl0m 163d3ep 169ccqq 16fruuo
2028 nduekww3 16lds49 16i4r4v 16ch6vc 166jeuc 161lrgt 15y4wzw 15wa0u4 15w74yh 15y3hzh 161ylek 1677qiu
2029 nrwd689p 16ggful 16hwtik 16gyc8k 16e4t21 16a2r1w 165iaif 161ddw4 15ynhb3 15xzsg4 15zegeg 1627bo8
2030 o5yr8fs2 1689vxb 16aqvbx 16cwygv 16eemr1 16ee3a8 16ce01d 168xrcp 165cyco 162w5lb 1620077 16298gl 162u4lo
2031 ol7jy0gs 163zfq3 165hxfz 167x2jf 16ahtyo 16c6qpy 16ch3tl 16bmw40 16aapof 168ubae 1678hzt 165cq2f
2032 ozab8wpi 161tvjd 1617u8c 161qdt6 1637m8x 165cypd 167ywik 16auk6t 16dj32v 16f4itw 16eq5re 16c7azi
2033 pdczhz7a 164vkdf 1621qur 1602alv 15yv4mk 15ypr2m 1605dr9 163jkn4 168ltab 16e2897 16hxzl8 16iqcl5 16ggw8e
2034 pslo16q7 167xzp8 163i0sl 15zgpd7 15wfvcf 15v904j 15wj9hs 160eqzd 1668bd6 16clcoy 16hrh0d 16kfeww
2035 q6nsojwh 16gvwv0 16bgtja 1652mo5 15z9zmz 15vdgfo 15u0bdp 15v7vwv 15ymd7u 163ltn4 169hixb 16fga4u 16k96gs
2036 qlw7jzp7 16juphy 16dz0d5 166sjtx 160meok 15wnk2t 15v1b8x 15vfexj 15xhv3a 1615ads 166d4ds 16cms2b
2037 qzxzwivu 16l723d 16jusij 16f6r9g 169arzy 163wxlk 15ztui7 15x9kjk 15wc9ze 15x8mh3 1602xdi 164lrqj
2038 re02lo50 16eg6po 16h0rw3 16h7fp1 16fdf1b 16c2zvi 167wzr2 163mze6 1607v4h 15yimmh 15yw271 160zeuw 163w2so
2039 rt8ri1f8 16941nw 16b9xxh 16d6fqp 16e6heu 16dgxzi 16axxgm 167i8em 164i8u9 162ugck 162izhj 162ueiz
2040 s7bezw3u 163bet2 1644c8s 165zr8u 168mdkg 16b17fk 16cc444 16cc48e 16bgr4i 16a7nx7 168phhk 166tf2t
2041 sle6jitw 162ghtd 1612p1b 160um5d 161t12r 163ov2z 1668jfp 16996v6 16cex2q 16eykm3 16ftc6c 16eaich 16au2si
2042 t0myzxyb 1638dpi 160mv0t 15yxdz9 15y6okp 15ytkfi 161c2jg 165tr6t 16bit9h 16go2kw 16j94z5 16ie6kg
2043 tepephhp 16aaj54 165jojo 1613uwy 15xfr8x 15v9m1a 15vc9hu 15y1vw2 1635ivp 169labw 16foig7 16jrepo 16kw1b6
2044 ttxxrkz7 16ecdqo 1684b7f 161s1ev 15wtrac 15u86ye 15ua11n 15wr7ja 16142db 166o07f 16colch 16i6mxe
2045 u7zse4wz 16leq55 16h1yj4 16a75dg 163cdhd 15ya49d 15vm4ta 15v5t57 15wi5z3 15zdwka 163rzea 169i8dg
2046 um1m7tzf 16jzben 16kp0b2 16hi57n 16c2s6v 166fjns 161sg19 15ykwwl 15wwx5o 15wx3b3 15yr8tk 162dtyb 1678de8
2047 v1a5ku14 16fkfqf 16guyj9 16g1tou 16dmhij 16a2ljq 165yzug 1625x8w 15zlnv3 15yxohi 160604s 162luui
2048 vfckhf6w 167llvq 169mzkd 16bmw7q 16daks1 16dro4b 16cfg0z 169l5zl 166empa 164308y 1633n8l 1631voy
2049 vtfa85np 1631cr4 1636x3v 164c1wu 166mk51 169dx7h 16bki2i 16civz4 16cbsan 16bfnm6 16a4uds 168d9sk 1662agg
2050 w8o4rch7 161fq10 160e9am 160nt48 1623ssk 164g3me 167gbn1 16avdb3 16e4ng9 16g6j67 16fy5gs 16d8akb
2051 wmqson81 164wdi9 161lf25 15zarbc 15xzhgm 15xw7dl 15zihce 16370il 168n74k 16ejntn 16islq1 16joyx8
2052 x0t3z27s 16csyky 167tztv 1631bv9 15yu0uz 15vtn9h 15urg6l 15w8kff 160c9e0 166eybe 16d0hlc 16ibfo7 16kxxsr
2053 xg1kqa5d 16gw3zw 16b7dlz 164nzm0 15yv9hh 15v2ldl 15tvrer 15van53 15yvq98 163z23s 169ubls 16fo6u5
2054 xu3d8jk9 16lx7bn 16jhi1t 16dl9hp 166hzyo 160h4f0 15wotac 15v9wdx 15vur04 15y0ylh 161mvia 166n45b 16ckd6c
2055 y9brsuoe 16khj8s 16j4cy4 16endo1 1692fbi 164073a 1607men 15xvn59 15x35ui 15xzfkp 160niwf 164tjae
2056 yndvdemo 16do9ia 16fxy44 16g54cc 16emhq8 16bu66o 1687e1c 164cp81 1616bqw 15zj1vx 15zs4eh 161kjy5
2057 z1ge7ikj 1668uo3 16853wl 16a0k9u 16bxyq7 16db7a9 16d819t 16bd7vu 168fxjq 165owgz 1640r34 163gofl 163cfye
2058 zgp8h27f 162pxhk 1633lat 164qzd3 167fcgr 16a7001 16c3efu 16crc4e 16cfi4v 16bgs4m 169xnf1 167pw2y
2059 zus018x4 162a5bi 160fcll 15zvxbw 160pyi7 162p4eq 165jme5 169134v 16cqumr 16ft8eg 16gz5mn 16fezug
2060 108ul66jb 167015i 162yhbd 15zzkq0 15y3o5r 15xd7yx 15y5dan 160wnb8 165q69s 16btlvo 16hcpha 16k5794 16j72vl
2061 10o379bb0 16abira 16571qd 160jk5n 15wuhyg 15us8pu 15v18j1 15xy9te 1639vie 169x7pb 16g5ezm 16k89yy
2062 11256pt76 16izyzu 16e5jks 167rs7a 161ekgj 15wjb3s 15u39ja 15ubsvc 15wzgkm 161gpbw 16711bl 16cxatr 16i7glj
2063 11hdk1ex7 16l0lee 16gmm4j 169v4zf 163633c 15yajsc 15vtvkm 15vkoac 15x20bv 15zy2ms 16468ig 169kq5w
2064 11vfeer3p 16ja2p1 16jus8b 16gsr3y 16bon46 166ejo1 1623rz1 15z6c0m 15xov9r 15xqn0n 15zgbc3 162rozg
2065 129hmi8rd 16bgp25 16eiwab 16fp6vf 16f3y7f 16d5hfw 16a623y 166krzt 1633r0c 160nwqa 15zx97b 160w9wd 162wflh
2066 12oqdplrz 166sjad 168gadf 16achlf 16c8dbb 16d8ll3 16ckzgb 16acolg 167jm6x 165bhrj 1646k94 163rchp
2067 132t3u7ew 162ndvw 162brp5 1635vcg 165dpmf 168ctwb 16b1bub 16cncfw 16d2nhy 16clo0z 16bf4u7 169g3mi
2068 13gvumfc0 163krhc 160ylps 15zjkuq 15zm7qm 1612n7m 163muke 1671g7a 16az6a7 16erux6 16h8d2z 16h3szt 16e50nj
2069 13w4lsdwf 164sqk4 1612klg 15yjc4q 15x6i6n 15x76a7 15z0zg1 162zobr 168seab 16f27ef 16jkt3b 16ki36c
2070 14a6wbmmx 16czgiw 167mj30 162kebw 15ya2v3 15vc5r8 15ufgr1 15w38jz 160dyrq 166njmb 16dec28 16iqnvj
2071 14o8s2zvs 16ki95r 16grpkr 16aws80 164bevo 15ykr0q 15uwx7b 15twfau 15vhv6q 15z81mg 164cyis 16a4xce 16fr3ev
2072 153h50ls2 16lier5 16izsh8 16d6f13 1669gnr 160g000 15wve8c 15vo1gw 15weuwg 15yn08t 1624qk4 166uc30
2073 15hj2bion 16h9eyz 16jlqip 16iad4g 16e3zkk 168x6mz 1648p0o 160rjyh 15ynge4 15xy0ck 15yrd3v 1615y20 164w78z
2074 15wro2gds 16cq8vg 16erdwy 16f277u 16dxwhv 16bpuso 168ndux 1657vyx 1628ypo 160lect 160n95h 1621xp0
2075 16au7n68p 165mprv 1672jxo 168q18a 16aqhrx 16cihwp 16d2ntt 16bwdif 169h4vh 166xzre 1657p5a 164cqkh
2076 16owz0us6 162vh1r 1620mli 1620uxq 163ib6o 166a61u 169fu7o 16bybgt 16da5ub 16dh43d 16cr5v5 16b4p0s 168is0c
2077 1745thvil 161yxew 15zoszl 15ywkjx 15zotuz 161tbf9 164zng0 168xvye 16d6lmd 16gpktb 16i3q87 16gfe0z
2078 17i8e4ewp 16736g3 162l46b 15zbhtw 15xbv7n 15wnp3t 15xm2fw 160lzv2 165q9f0 16c6136 16i06nd 16kxbu6
2079 17wak02b8 16foqqw 16a8yuf 164th9p 1600tgu 15wckto 15uf4qr 15uum84 15xyi2p 163gqlc 16a9idd 16gk0xw 16kkgu0
2080 18biykg05 16iwvhl 16dvhij 167etcs 16131fm 15wcdq0 15u2pvd 15ui64i 15xbpu6 161vrav 167dz1q 16d2zx7
2081 18pkqj7zf 16l1336 16kh9s7 16g50gx 169k5bz 1633ak9 15yfv7g 15w6wcg 15w481x 15xouwf 160ilnw 164hrvs 169huq6
2082 194t6huxf 16if3jz 16ixmhb 16g3vds 16bdwdd 166io5o 162ko7u 15zwl1w 15yjyl8 15ykz1g 1603haw 1631722
2083 19ivfhwp8 16aop34 16de4lt 16eiueu 16e7qyo 16crs4s 16adpda 167art9 1644xb6 161rwmu 160whqk 161jyr7
2084 19wy27j1r 164md9c 165vqqu 1677yt9 1692mem 16b8faj 16ct0ii 16cuo00 16b887h 168rimv 166ksqt 1657jey 164ca41
2085 1ac6xcw6o 162468v 161dkdi 161ziz2 1647fvh 167g97a 16anixq 16cwyfo 16dxf8x 16dtapu 16cnz0w 16aegc0
2086 1aq9nzuco 163gj3a 160dqr8 15yo6g0 15ymxwd 160631s 162z5mi 166rqpt 16b6ojl 16fgil0 16i8udo 16i5duk
2087 1b4c4znrf 169rc73 164l5x7 160ieh3 15xtaef 15wh2bt 15wmz7z 15yompt 162wsrv 1690el0 16fl22n 16kaf0f 16l679l
2088 1bjkomnau 16d0j3s 167bnd4 1622oyd 15xrtjt 15uy8c7 15u89st 15w37w9 160kivk 166z8gk 16ds9pi 16j2hl7
2089 1bxmjwmja 16kfhyf 16ghwgm 16ajrgk 163zmhe 15ydhdz 15uvzjr 15u2h0t 15vu8o8 15zo53b 164rztb 16ad7nm 16foj0q
2090 1ccuwq4g4 16kxfs6 16ietn8 16crvxc 16644bi 160jovl 15x77tb 15w6wd4 15x2dgt 15zagjg 162lil6 166xziz
2091 1cqwurtpx 16gh104 16im74j 16hf2ir 16dllwp 168uqlu 164kzyc 161fekx 15zigrk 15yupbs 15zjdnx 161mjmy
2092 1d4z85f1l 168k8by 16bosjw 16diy96 16dz5do 16daqvz 16bobsy 16972b3 1666t6o 163ebaa 161oiem 161gpvx 162fgk4
2093 1dk8107vh 164wa4k 165xnp4 167flz2 169la8j 16btgt7 16d1lbl 16cjq0m 16alj77 16889z5 166d3u5 1654lzw
2094 1dyaskw63 162k2c7 1618mm7 160ye67 162clqb 1659ns8 168tlp7 16bx6h4 16dv9eb 16eizr3 16dzkwx 16c7ndp
2095 1ecdhgu7m 165bacn 161kpao 15yxzvk 15xzlmy 15ys1ib 1612qdz 164kjle 168y4q0 16dnmc8 16hknnx 16j4m6y 16haf5a
2096 1erm6ygtx 1671mli 162594z 15ynldj 15wmpfq 15w2nve 15x8alr 160gxd6 165ur4w 16ckbcj 16ilyd4 16lk9sj
2097 1f5oc3h7m 16fta5j 16a1r4n 164ei0y 15zjx16 15vyysy 15u7sd2 15uu9cu 15y4eoe 163ra1v 16alzbp 16guis4
2098 1fjq4z9io 16l9sny 16ina4y 16diqgm 16735r9 160vsv1 15wbax1 15u8d99 15uu5e2 15xs4ih 162cj93 167pdfi 16d3t0e
2099 1fyyigsv0 16kfltd 16jt2p6 16flxog 169ate8 1634cev 15yq3vk 15woxid 15ws0lf 15yefva 1613q4c 164rev2
2100 1gd0khzyz 16e17dk 16heu6q 16hwyhn 16fe0o5 16b4q5z 166qfx9 1636g27 160ru8o 15ziz1e 15zh2x6 160pp7l 16375xo
2101 1gs98h6qj 169rfbi 16c5imb 16daz91 16dchiy 16ch3ox 16apuql 1685u6r 165ahyv 162ycxd 161vdm5 1624gju
2102 1h6bvqymt 16433xa 164vr58 165yy4g 167uczw 16abkmj 16cgyxi 16d7mrx 16c6c14 16a0quh 167tnbh 166623o
2103 1hkenjdar 1638pbu 161ici9 160ezsj 160uyhr 1634ehk 166ndtr 16acxjh 16d8p73 16eszye 16f09ii 16dukug 16b96z9
2104 1hznhavm9 1638n6o 15zqwz4 15xsz73 15xpvpu 15zd7gr 162fulq 166m6ha 16bh2dd 16g5vva 16j7eh0 16j2p30
2105 1idpxn5p3 169w2hd 164aghs 15zxozl 15x5bb9 15vvpx7 15w80qj 15yhnyd 162yb1f 169ahcn 16g2iay 16kuydn
2106 1irrybdja 16ier3x 16cx63b 166ztf5 161nbi8 15xe7jx 15uq1az 15u6spn 15w7zyp 160u2lf 167b5x4 16e30ny 16j81qn
2107 1j70bmt0o 16k6h4j 16g4ze9 16a74l5 163qxhf 15yaunp 15v05p5 15ud8ze 15wa8xm 16061ql 1656d11 16ai3gq
2108 1jl255oni 16j4fwg 16k79co 16hrfe6 16ce3e9 16622sg 160s9j8 15xohh5 15wur0v 15xtci5 15zysv7 16302ua
2109 1jz4bpci9 16bfiju 16fi8ta 16hidik 16gisw2 16d5km9 168x356 1653dow 1629cmp 160i8m9 15ztkx9 160a9he 161yvv3
2110 1ked1d71j 167td44 16aj712 16c99pv 16cxo56 16cr7bz 16brf7g 169vgon 1679mnk 164ltxy 162re94 1627esl
2111 1ksfqtdby 163g46f 16428bm 164rjz3 1666b59 168iu7x 16b80gm 16d47j0 16dac7u 16bs6c2 169j637 167h293 165szi7
2112 1l7om3wne 16245o5 160dsvw 15zveg2 1618imu 164cdeo 168bhq1 16c09nb 16ejssw 16fmmjr 16f7dbn 16d7h1x
2113 1llrao7sk 165a133 1612ue5 15y5xtf 15x3yoz 15xyqqu 160gz0n 164ajo6 1692jfo 16e6pld 16ieutd 16k1j1p
2114 1lztmqdqr 16cxey9 166w4kl 161o8jg 15y1b99 15w1bwj 15vmmm1 15wzp4p 160g8aj 1661ve2 16cymkx 16j4o70 16m1m43
2115 1mf244okj 16fswb3 169saqr 163zzpl 15z5k7y 15vp4s6 15u4o1t 15uxwju 15ydgj9 1643ec7 16axq3n 16h1op7
2116 1mt3wrxjt 16l175f 16i9kho 16d4h0e 166sn94 160rny9 15wef0e 15uij7o 15va8ea 15ybbsc 162ts3t 167ya6u
2117 1n75t1j3o 16h8vhr 16jo8g9 16j1gzg 16f2xgv 1694ngu 163ag25 15z60sz 15xc6ib 15xjjxt 15z5ayx 161n242 164wh75
2118 1nmed6czn 16d6vxd 16gaw72 16gvocj 16eqhh8 16aztwn 16737hx 163wue3 161qe0u 160j78n 160bxu1 1618ckj
2119 1o0gvc5yh 165yl8v 168quoq 16aw5bi 16c4p5c 16cke6i 16caeew 16b63hq 1694dvs 166i3gh 1644qaj 162rvr6
2120 1oejm725j 162zvao 163fbmy 163tbpi 164q0ml 166obii 169ie1r 16c9ejo 16dp4pl 16d81o9 16bbl3z 1691dob 1670psd
2121 1otsh16tn 162zkze 160sqlc 15zfhss 15zscgu 1625kfj 165zxx7 16a7s39 16dom07 16fqf1g 16g61oi 16ewwyr
2122 1p7v2u90h 167lf8x 162wfxw 15z2ten 15wzl7k 15wx4gi 15yq3pr 1622hrk 166lfoy 16bu22q 16guycs 16k2j33 16ju50r
2123 1pn3q7zk9 169voji 163x6zp 15zd4e5 15wjqgc 15vedmp 15vxwjs 15yfip5 1633og2 169mhgv 16gj3kx 16lbn1r
2124 1q15q8enc 16igas2 16cpiwy 166mb24 1618vb9 15x3kkt 15um5zh 15uabg2 15who1z 1617but 167o94u 16ebde4
2125 1qf7i619r 16l3t8m 16jr36s 16fogoy 169ugaz 163l8fz 15yd27q 15v9vll 15ute3n 15wujs0 160q3ok 165jri7 16aisp0
2126 1qufxak47 16idwna 16jcobn 16h2sex 16c27h8 16640rf 1615l5j 15ya7no 15xlz4n 15ylz5v 160mnhp 163bz94
2127 1r8i4nltg 16ar6ra 16efzfh 16gd336 16fn6ae 16crujz 1692tgg 165pir5 1636mmd 161k3as 160spif 160zev7
2128 1rmkq5vnf 164de37 166ymuo 169ba4y 16az8oc 16bxjeh 16caavo 16by4ui 16anv77 168ftdp 165uxj9 163td66 162urew
2129 1s1tkdhg9 162zsxh 16358sp 163l4dy 164z482 167k59k 16aqz7e 16daznr 16e3y6n 16czvlk 16aslkb 168gzph
2130 1sfwbe02l 164234q 161kybs 15zirrs 15yv4t2 16099f6 163kskj 167yju0 16c6rgm 16f9aqo 16gonyq 16gb784 16e1nvr
2131 1sv53r1rh 1654j3w 160jdpo 15xeydc 15wbkj3 15xa46l 1600cr0 16451hg 1699qtq 16eq3ho 16j6hzz 16ktfu5
2132 1t97f37e5 16d23q0 166nab2 1616ka7 15xgx0l 15vjuac 15vbrmm 15wwpwo 160kjns 166c3ru 16dcqgz 16jj4s1
2133 1tn9bcju7 16kmhz6 16fmik4 169g7y7 163micl 15yv6im 15vl1wc 15u7xua 15v7lds 15yr5hz 164hfvf 16b7h5i 16h2w4y
2134 1u2hoismd 16kl0m5 16hr7r4 16cpjm9 166l0ej 160skei 15wn9hm 15uy1bq 15vugwj 15yws9a 163apo4 16841nz
2135 1ugjlf897 16gkj9j 16iruxd 16i7ebm 16ekenv 1691ep5 163ky4z 15zqte7 15y3utq 15ye6hn 15zx7qs 162528b
2136 1uulxexcg 168fh4r 16c7dfg 16f2xut 16fsix4 16e3h9s 16axo41 167kekt 164sf8p 162tkxu 161m6vv 1616t0t 161o91q
2137 1v9uoqgy8 165aem9 167mi90 169l6yq 16az3bz 16burgs 16c7dr4 16bql7v 16a6rqi 167s13a 165b113 163lnjh
2138 1vnxfs161 162qzxl 162oa4a 162q8qv 163ix6y 165lsax 168tb8s 16c5j2z 16e983k 16eaw0i 16clvmj 16a6q9v 167rfey
2139 1w36agrq0 162n1p8 1601tur 15ygxaj 15yse2t 161ad8q 165g7ri 16a5j3x 16e60i5 16gnmcp 16h9upj 16fvr3s
2140 1wh8vs2wb 167myyz 162i0ic 15yelnn 15w83bu 15w7t6p 15y7cze 161tl85 166o84d 16c8k7z 16hijlq 16kt31l
2141 1wvb2g3jh 16g5j0y 169r8zd 163iuqg 15yuf49 15w2by3 15v2jly 15vtl1y 15yig3y 163cbi4 169yqy8 16gw2mh 16lldu4
2142 1xaji0n3p 16ibtgk 16cfclc 1669xor 160ydd4 15wycf3 15unv0q 15uilct 15wuk7a 161llnd 167zjsf 16ef0yq
2143 1xola0wqw 16ko64q 16j7ijr 16f72wp 169k1bw 163jvsi 15ykhjk 15vonvl 15vdmmr 15xh836 161a5kb 165uhh9
2144 1y2naup8h 16eh56o 16hhcdc 16ie5p6 16gdd7l 16bsmfm 166aji1 161oo3s 15z1pe1 15yhqv8 15zgqu5 1619h24 163jtuw
2145 1yhvxll6b 169wof9 16d92m6 16f5x4s 16esq9v 16chu63 169dv2x 166hext 1648rio 162omyf 161rfyk 161kzuz
2146 1yvyjnz4x 163w97c 165zma8 1681xen 169qmid 16b0w71 16bxypi 16c9k27 16bk9b4 169og7t 1674ak6 164t3n4
2147 1za1b4o6k 162r3oq 162f36b 162611a 162ewrz 163u3he 166oso2 16adog0 16dl8k3 16f07ax 16e8s3t 16c1ana 169e626
2148 1zpa4s95f 163w8g7 160yl3p 15ymoc4 15xvzo6 15zcwy1 162x948 167pyg4 16cgyz7 16g0vcx 16hq646 16hbo9j
2149 203cmg2t0 16a9586 164uu0p 15zy82x 15wp07v 15vmjhu 15wqepj 15zp7se 1644g81 169k40t 16f9ss4 16jv1ff 16lfiam
2150 20il7d75m 16d1ufa 166cc5a 160pp2q 15wzljh 15v6r9w 15v5nph 15wxylq 160rrnw 166n6nx 16dp29q 16jt79r
2151 20wn341ag 16kj4uc 16fd2qk 1693wzp 163b6rc 15yogac 15vl8b0 15ufck4 15vknu0 15z6svt 164vcqj 16bell4
2152 21aow50eu 16k10e9 16jzl63 16h5ywt 16capre 166g28p 160xtcw 15x14ra 15vic5f 15wide0 15zjsm3 163qc4n 1685ok3
2153 21pxdrzww 16fq93u 16hraz6 16hc4ac 16e3t7c 1692fic 1640twi 160gud1 15yzhiv 15zaj65 160nxgf 162izpp
2154 223zqk9g3 167rmkn 16b41dq 16du23n 16eraqj 16dkfnf 16b0g8p 1686h6p 165rtej 163ynzv 162olzs 161yld9
2155 22i2f5kt8 162verx 164i4x6 166gflk 168ayv5 169w1b2 16b8osn 16c89dw 16ceq9v 16bbuls 1692v2b 166fwul 164buc4
2156 22xb9bhuj 162demm 161u7kw 161mn5g 162dpdg 164mudl 1688p63 16c66k1 16ex1lv 16ffmqr 16dv9v3 16b8904
2157 23bdydnmo 165c8fw 1625zqf 15z9caj 15xjxlx 15xwlfw 160kwtf 1652l1c 16a8eoi 16eqc6r 16hkm4y 16ia1rw 16gof3w
2158 23qmom5xc 167j7un 16216zq 15xr480 15vjvtt 15vngyh 15xu7fp 161pq08 166ud6h 16cnu97 16i3x3f 16lepro
2159 244oujpep 16g8ubg 169jkb7 16341ul 15ydn6m 15vojo2 15uvb7z 15vu40y 15ypmj0 163nncp 16ab7yv 16h68qa
2160 24iqns4m8 16lxf4x 16i1nu4 16c23jj 165xhec 160qcck 15wxcvk 15uuqw2 15uw6nm 15xby5f 1622dvl 168a94s 16eempl
2161 24xz1wq3f 16k1qrq 16ij2y5 16eo2dx 169baug 163mmmx 15yx508 15w8mmq 15w21y7 15y68v1 161twxz 1661ziw
2162 25c13iavd 16dqn4n 16gggww 16hdw5v 16fp0hs 16bmcy3 166lll8 162cdpv 15zwyfj 15zfoh4 160bky8 161u4re
2163 25q3kit2l 165zkay 168yhe2 16c03rv 16dyinp 16dzlau 16caaht 169s4h1 167cojw 165dlk8 163ubtd 162p9is 1623rhr
2164 265cd5gyt 163bdkv 164y7e7 166s4j1 168jctw 16a6suf 16both5 16coe7c 16cjorm 16ayqfp 168cwhr 165pjmq
2165 26jf4n6oi 162kslx 161qxrr 16164oq 161au3q 162t9dh 165yj1h 16a56lq 16dz0am 16fxxru 16fglhh 16d69tm
2166 26xhr2g20 166yuy2 163m6u4 160ay3c 15xscpd 15x0xc4 15ylvrq 162f181 167lees 16csvyx 16grd56 16io2uv 16i6t45
2167 27cqf2shu 16abv14 164j46o 15zdshm 15w209s 15v1y6s 15wbval 15zj2yg 1647m1u 169vw1q 16frut5 16kex7a
2168 27qsgfn1r 16j0gch 16cwrgd 165zkim 1609z1w 15wlsi7 15uysq5 15v5h11 15x4yoz 1613dwf 166zxa8 16dz6ni 16jx61f
2169 2860usrzu 16k8dgf 16ezdma 168r7vg 1632ur0 15ymys9 15vrl25 15usozl 15w2fsk 15zoyxx 1658lsc 16bheiv
2170 28k2o7qoo 16jet3l 16j8rhg 16gisvx 16bxjw5 166fgov 1618pza 15xkmt3 15w78cz 15x942t 1607bf7 1643sm3
2171 28y4ueqvm 16boxce 16eqsgt 16gn86z 16gfnme 16dogdi 1696obg 164l4a0 161bhw6 15zyyit 1608zfs 161edro 162ucbb
2172 29ddjr3ma 166zcog 169x5b5 16cj9jd 16dq2fm 16d365a 16b6hga 168wr5z 166vg1k 1656ozb 163rfn5 162nwty
2173 29rg8qjhz 162heak 163m1l0 1658v1y 1671s6r 168vx1g 16aqiil 16cd776 16d6fqv 16cj8rf 16adwx9 167ii6t
2174 2a5izo2yk 1634hc3 161w0et 160ys96 160kddg 161bs9h 163s1po 167ry1r 16c9hka 16flt8b 16gjjag 16f28un 16c64ir
2175 2akrrjq49 1659lp9 161ngvo 15yhmtb 15wpkvo 15x4lsu 15zzo34 164spda 16adltv 16fat7u 16ifei9 16j63zz
2176 2ayu46ryv 16d3edk 167c4ts 161ji2z 15x561b 15uz468 15v7tu3 15xm97b 161qkhl 1673hk9 16d35gj 16ilrp0 16ltxah
2177 2be2mig7b 16g6mbg 1699l7n 162qaxp 15y0kek 15vg39m 15utx21 15vzwwu 15z0hwm 16404gv 16alfif 16hakui
2178 2bs4fi0oo 16lmowk 16hnloo 16boufj 165ob9p 160nnc7 15x2dit 15v7334 15vdrp2 15xv7wd 162if9j 168hbbm
2179 2c66bjiho 16i44hy 16j9utg 16hrur5 16e5d7a 1695k4p 163u2iv 15zf2j1 15wxfct 15wtyy4 15ywmiy 162cd4u 1665mm2
2180 2clew53n6 16cul5t 16fbcp9 16gbpsb 16f1ik5 16bjevw 1671llv 1635l4g 160x1j8 160ggsx 16166jd 162b957
2181 2czhdvsqz 165dee7 167vh8z 16aoyer 16crxu7 16d9saa 16c7nco 16abuhi 168cxc4 166lrvo 1650mo6 163kis8
2182 2ddk4g6lm 1623suf 162ls4g 163un9k 165j3nh 167f2g6 169gr22 16bjtgi 16d6r2d 16dlemx 16c9jf9 169jz5m 166ijxk
2183 2dssy4naj 162aajp 1610bd4 16065dm 1608t5a 161vuf0 165c8pn 16a0gtc 16efl8a 16gwtjf 16gngym 16e89bd
2184 2e6vk3qbg 1672jdb 16388di 15zlkzj 15wyriw 15w8pib 15xz71c 1621vhg 167llco 16d806v 16hid94 16jjb63
2185 2ekxs0ksm 16fmhrf 16a9hwk 1644vm5 15ytpjx 15vhsx7 15uluw4 15w2m09 15zhy8i 164ed41 16a8rug 16g7rxe 16ktiru
2186 2f068b8cj 16j07p1 16cop8e 165n2dy 15zx31m 15wcekm 15uvukl 15v9y9k 15xfgty 161godh 167bxvx 16e5w07
2187 2fe80c0yc 16m1kej 16jt589 16ejttr 168fbqn 162xc4j 15ypfsr 15w283m 15v9xe0 15wn0db 16085a3 165kj87 16bgirc
2188 2ftgg9kgb 16inf51 16ieaz0 16fui0c 16blxq1 166ihd9 161ob6g 15y8vi7 15wzz5x 15y1tct 160u16y 164dipk
2189 2g7inaznh 16axtnm 16dmzrf 16fhj0k 16fklko 16dcz2f 169g5qx 165arz5 162ajal 1610v3t 161753m 1621ldl
2190 2gll8maup 16477bt 1662t13 168on4k 16b9pax 16cs471 16cq4td 16bgsun 169qljf 168164o 166eq8f 164rz32 16392qd
2191 2h0u28j2w 161z8s7 162nwan 1641tj7 165v8wd 167zlqb 16acfer 16clvjn 16e0v5w 16drlzj 16bnnd6 168hicd
2192 2hewt2qaq 1630ss8 161amjl 1601xpz 15zjhh4 160disj 1632amr 167gmyq 16chkcq 16gdhs4 16hngiq 16g609p
2193 2hszbiuok 16936ek 1651kck 16129ua 15xqhbq 15vylnz 15why2u 15zkksu 164ofm1 16amhm3 16fvws9 16j795e 16jw8e2
2194 2i87wjxqq 16d5psr 1671xg5 1611ytt 15wm2vr 15uj1kw 15uxt3t 15xjuc1 161vr7e 167eq20 16dhltb 16izmia
2195 2im9tavzp 16l29a9 16fzla9 168xk6d 162d603 15xq4lz 15vbm2c 15ux7p6 15wae2g 15zf3zr 164edi6 16aum35 16hawi6
2196 2j1i780ws 16l5vc1 16h5byn 16ba7q6 165gjvp 160ofv9 15xc24y 15voejj 15vzqzh 15yh9t8 162ylik 168lci5
2197 2jfk3w2vm 16hdtst 16icw8v 16gyat3 16dnidn 1693aqd 1646hqp 16027wi 15xqmp9 15xonl4 15znfmr 162sjvd
2198 2jtmfkou3 1695bjm 16bu95u 16e42bt 16f9s3g 16eg6jx 16bju0h 167lee0 164267m 161zbaa 161hoqe 161z8ty 162p75i
2199 2k8v77gyd 164o14y 166qw3n 169e41c 16bn3gq 16cmg8x 16c7teh 16ayfx4 169fjfq 167v0kj 16661jh 164culg
2200 2kmxy0off 161sx59 161t65b 162qai6 164bkug 166dyow 168uouk 16bitqu 16dsho9 16ep3up 16dk1q0 16ao3e6
`
